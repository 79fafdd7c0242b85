import { mkdirSync, writeFileSync } from 'node:fs';
import { writeRecording } from '../../src/hosts/recorded/recording-text.js';
import { goldenReports, goldenText } from './golden.js';
import { composedServers } from './servers.js';
import { composeWindows } from './windows.js';

/**
 * Writes every composed recording and every kept report anew: `npx tsx scripts/compose/all.ts`. The same bytes as long as neither
 * what is composed nor what is judged changes.
 */
mkdirSync('recordings/golden', { recursive: true });
for (const sketch of composedServers) {
  const text = writeRecording(composeWindows(sketch));
  writeFileSync(`recordings/${sketch.file}.json`, text);
  console.log(`recordings/${sketch.file}.json  ${Math.round(text.length / 1024)} KiB`);
}
for (const [name, language] of goldenReports) {
  writeFileSync(`recordings/golden/${name}.txt`, goldenText(name, language));
  console.log(`recordings/golden/${name}.txt`);
}
