import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { memory } from './memory.js';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

it.each([
  ['plenty', 'ws2016-ws2025', 16 * GiB, false, ['pass']],
  ['what is recommended', 'ws2016-ws2025', 4 * GiB, false, ['pass']],
  ['less what the firmware keeps', 'ws2016-ws2025', 3.75 * GiB, false, ['pass']],
  ['one byte less than that', 'ws2016-ws2025', 3.75 * GiB - 1, false, ['warn']],
  ['the least', 'ws2016-ws2025', 480 * MiB, false, ['warn']],
  ['one byte less', 'ws2016-ws2025', 480 * MiB - 1, false, ['fail']],
  ['the least of a virtual machine', 'ws2016-ws2025', 750 * MiB, 'hyper-v', ['warn']],
  ['one byte less', 'ws2016-ws2025', 750 * MiB - 1, 'hyper-v', ['fail']],
  ['virtual, to an older release', 'ws2012-ws2012r2', 512 * MiB, 'hyper-v', ['warn']],
  ['Small Business Server', 'sbs2000-sbs2003', 256 * MiB, false, ['warn']],
  ['Debian', 'debian12-debian13', 512 * MiB, 'kvm', ['pass']],
  ['Debian, small', 'debian12-debian13', 300 * MiB, 'kvm', ['warn']],
  ['Debian, too small', 'debian12-debian13', 200 * MiB, 'kvm', ['fail']],
  ['Ubuntu has no least', 'ubuntu22.04-ubuntu24.04', GiB, 'kvm', ['warn']],
  ['not read', 'ws2016-ws2025', undefined, false, ['unknown']],
] as const)('%s (%s)', (_, path, memoryBytes, virtual, expected) =>
  expect(statesOf(memory, { hardware: someHardware({ memoryBytes, virtual }) }, aSituation(path))).toEqual(expected),
);

it('says both figures', () => {
  const [outcome] = runCheck(memory, { hardware: someHardware({ memoryBytes: GiB }) }, aSituation('ws2016-ws2025'));
  expect(outcome?.text.es).toBe('1 GiB bastan para instalar; Windows Server 2025 funciona bien a partir de 4 GiB.');
});

it.each([
  ['ws2016-ws2025', true],
  ['ubuntu22.04-ubuntu24.04', true],
  ['ws2000-ws2003', false],
])('%s: %s', (path, expected) => expect(concerns(memory, path)).toBe(expected));
