import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { cpuFeatures } from './cpu-features.js';

const machine = (...features: readonly string[]) => someHardware({ processor: { features } });
const all = ['nx', 'cx16', 'lahf_lm', '3dnowprefetch', 'ept', 'sse4_2', 'popcnt'];
const noHyperV = { host: false, machines: undefined };
const hyperVHost = { host: true, machines: [] };

it.each([
  ['all there', 'ws2016-ws2025', machine(...all), undefined, ['pass']],
  ['POPCNT follows from SSE4.2', 'ws2016-ws2025', machine('ept', 'sse4_2'), undefined, ['pass']],
  ['no SSE4.2 seen', 'ws2016-ws2025', machine('nx', 'ept'), undefined, ['unknown']],
  ['not needed before 2025', 'ws2016-ws2019', machine('nx', 'ept'), undefined, ['pass']],
  ['no SLAT seen, Hyper-V unknown', 'ws2016-ws2019', machine('nx'), undefined, ['unknown']],
  ['no SLAT seen, no Hyper-V', 'ws2016-ws2019', machine('nx'), noHyperV, ['pass']],
  ['no SLAT seen, but Hyper-V 2016 runs', 'ws2016-ws2019', machine('nx'), hyperVHost, ['pass']],
  ['no SLAT seen, and Hyper-V 2012 R2 runs', 'ws2012r2-ws2019', machine('nx'), hyperVHost, ['unknown']],
  ['2012 shows less than 2012 R2', 'ws2012-ws2016', machine('nx'), noHyperV, ['unknown']],
  ['not read', 'ws2016-ws2025', someHardware({ processor: { features: undefined } }), noHyperV, ['unknown']],
])('%s', (_, path, hardware, hyperV, expected) =>
  expect(statesOf(cpuFeatures, hyperV ? { hardware, hyperV } : { hardware }, aSituation(path))).toEqual(expected),
);

it.each([
  [hyperVHost, 'nx, cx16, lahf_lm, 3dnowprefetch and ept'],
  [noHyperV, 'nx, cx16, lahf_lm and 3dnowprefetch'],
])('speaks of SLAT only where Hyper-V may use it', (hyperV, list) => {
  const [outcome] = runCheck(cpuFeatures, { hardware: machine(...all), hyperV }, aSituation('ws2016-ws2019'));
  expect(outcome?.text.en).toBe(`It has what Windows Server 2019 needs: ${list}.`);
});

it('names what is missing and nothing else', () => {
  const [outcome] = runCheck(cpuFeatures, { hardware: machine('nx'), hyperV: noHyperV }, aSituation('ws2016-ws2025'));
  expect(outcome?.evidence?.missing).toEqual(['sse4_2', 'popcnt']);
});

it.each([
  ['ws2016-ws2025', true],
  ['ws2012-ws2012r2', false],
  ['sbs2000-sbs2003', false],
])('%s: %s', (path, expected) => expect(concerns(cpuFeatures, path)).toBe(expected));
