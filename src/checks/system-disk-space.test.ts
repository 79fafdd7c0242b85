import { describe, expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { systemDiskSpace } from './system-disk-space.js';

const GiB = 1024 ** 3;
const at = (name: string, freeBytes: number | undefined, system = false) => aVolume({ name, freeBytes, system });

it.each([
  ['exactly enough', 'ws2016-ws2025', [at('C:', 20 * GiB, true)], ['pass']],
  ['one byte short', 'ws2016-ws2025', [at('C:', 20 * GiB - 1, true)], ['fail']],
  ['2003 needs two', 'sbs2000-sbs2003', [at('C:', 2 * GiB, true)], ['pass']],
  ['one byte short of two', 'sbs2000-sbs2003', [at('C:', 2 * GiB - 1, true)], ['fail']],
  ['another volume does not count', 'ws2016-ws2025', [at('D:', 900 * GiB), at('C:', 1, true)], ['fail']],
  ['free space not read', 'ws2016-ws2025', [at('C:', undefined, true)], ['unknown']],
  ['no system volume', 'ws2016-ws2025', [at('D:', 900 * GiB)], ['unknown']],
  ['Debian', 'debian12-debian13', [at('/', 2 * GiB, true), at('/srv', 0)], ['pass']],
  ['Debian, one byte short', 'debian12-debian13', [at('/', 2 * GiB - 1, true)], ['fail']],
  ['/var apart', 'debian12-debian13', [at('/', 2 * GiB, true), at('/var', 1)], ['pass', 'warn']],
  ['a small root with /usr apart', 'debian12-debian13', [at('/', 1, true), at('/usr', 9 * GiB)], ['warn', 'pass']],
])('%s', (_, path, volumes, expected) =>
  expect(statesOf(systemDiskSpace, { volumes }, aSituation(path))).toEqual(expected),
);

describe('one byte short', () => {
  it('never reads as if it were enough', () => {
    const [outcome] = runCheck(
      systemDiskSpace,
      { volumes: [at('C:', 20 * GiB - 1, true)] },
      aSituation('ws2016-ws2025'),
    );
    expect(outcome?.text.en).toBe('C: has 19.9 GiB free; 20 GiB are asked for: 1 B are missing.');
  });

  it('names each volume of a server that has several', () => {
    const volumes = [at('/', 2 * GiB, true), at('/var', 1)];
    expect(runCheck(systemDiskSpace, { volumes }).map(outcome => outcome.resource)).toEqual(['/', '/var']);
  });
});

it.each([
  ['ws2016-ws2025', true],
  ['ws2000-ws2003', false],
  ['sbs2003-ws2025', false],
])('%s: %s', (path, expected) => expect(concerns(systemDiskSpace, path)).toBe(expected));
