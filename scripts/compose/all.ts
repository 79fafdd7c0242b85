import { mkdirSync, writeFileSync } from 'node:fs';
import { writeRecording } from '../../src/hosts/recorded/recording-text.js';
import { composeWindows } from './windows.js';
import { composedServers } from './servers.js';

/** Writes every composed recording anew: `npx tsx scripts/compose/all.ts`. The same bytes as long as nothing here changes. */
mkdirSync('recordings', { recursive: true });
for (const sketch of composedServers) {
  const text = writeRecording(composeWindows(sketch));
  writeFileSync(`recordings/${sketch.file}.json`, text);
  console.log(`recordings/${sketch.file}.json  ${Math.round(text.length / 1024)} KiB`);
}
