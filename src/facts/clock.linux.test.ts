import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { clockOnLinux } from './clock.linux.js';

const recorded = '\n::zone\nEtc/UTC\n\n::offset\n+0000\n\n::uptime\n5007.33 9431.62\nbtime 1795479739\n\n::sync\n';

describe('clock of a Linux server', () => {
  it('Debian 12 without systemd running (recorded): nobody knows whether it is synchronised', () => {
    expect(valueWith(clockOnLinux, { time: text(recorded) })).toEqual({
      aheadSeconds: -1,
      timeZone: 'Etc/UTC',
      utcOffsetMinutes: 0,
      startedAt: '2026-11-24T00:22:19.000Z',
      uptimeSeconds: 5007,
      synchronised: undefined,
    });
  });

  const offsets: readonly [string, number | undefined][] = [
    ['+0100', 60],
    ['-0330', -210],
    ['+1245', 765],
    ['nonsense', undefined],
  ];
  it.each(offsets)('offset %s', (offset, minutes) => {
    expect(valueWith(clockOnLinux, { time: text(`\n::offset\n${offset}\n`) }).utcOffsetMinutes).toBe(minutes);
  });

  it('says whether it is synchronised, and by how much it is ahead', () => {
    const how = { hostClock: '2026-03-14T10:10:00.000Z', gatheredAt: '2026-03-14T10:00:00.000Z' };
    expect(valueWith(clockOnLinux, { time: text('\n::sync\nyes\n') }, how)).toMatchObject({
      aheadSeconds: 600,
      synchronised: true,
    });
    expect(valueWith(clockOnLinux, { time: text('\n::sync\nno\n') }).synchronised).toBe(false);
  });

  it('survives anything', () => {
    expect(() => survivesAnything(clockOnLinux, [recorded])).not.toThrow();
  });
});
