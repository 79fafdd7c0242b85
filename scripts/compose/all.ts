import { mkdirSync, writeFileSync } from 'node:fs';
import { writeRecording } from '../../src/hosts/recorded/recording-text.js';
import { goldenReports, goldenText } from './golden.js';
import { composedServers } from './servers.js';

/**
 * Writes every composed recording and every kept report anew: `npx tsx scripts/compose/all.ts`. The same bytes as long as neither
 * what is composed nor what is judged changes.
 */
mkdirSync('recordings/golden', { recursive: true });
for (const { file, compose } of composedServers) {
  const text = writeRecording(compose());
  writeFileSync(`recordings/${file}.json`, text);
  console.log(`recordings/${file}.json  ${Math.round(text.length / 1024)} KiB`);
}
for (const [name, language] of goldenReports) {
  writeFileSync(`recordings/golden/${name}.txt`, goldenText(name, language));
  console.log(`recordings/golden/${name}.txt`);
}
