import { expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { serverInformationSaved } from './server-information-saved.js';

it.each([
  ['ws2016-ws2025', /Get-ComputerInfo/],
  ['ws2012r2-ws2025', /systeminfo > C:/],
  ['ws2003-sbs2003', /systeminfo > C:/],
  ['sbs2000-sbs2003', /^mkdir C:\\before\nipconfig \/all > C:\\before\\ipconfig.txt$/],
])('%s: %s', (path, line) => {
  const [outcome] = runCheck(serverInformationSaved, {}, aSituation(path));
  expect(outcome).toMatchObject({ state: 'manual', remedy: { command: expect.stringMatching(line) } });
});
