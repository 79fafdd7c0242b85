import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { readWith, valueWith } from '../testing/read-with.js';
import { registry, rows, text } from '../testing/windows-answers.js';
import { clockOnWindows } from './clock.windows.js';
import { timeZoneInformation } from './questions/windows.js';

const zone = registry(timeZoneInformation.key, {
  '': {
    TimeZoneKeyName: 'Romance Standard Time',
    StandardName: '@tzres.dll,-302',
    ActiveTimeBias: 0xffffffc4,
    Bias: 0xffffffc4,
  },
});
const zone2000 = registry(timeZoneInformation.key, {
  '': { StandardName: 'Hora estándar romance', ActiveTimeBias: 0xffffffc4 },
});
const english =
  'Leap Indicator: 0(no warning)\r\nStratum: 3 (secondary reference - syncd by (S)NTP)\r\nPrecision: -6\r\n';
const spanish =
  'Indicador de salto: 0(sin advertencia)\r\nCapa: 3 (referencia secundaria - sincronizada por (S)NTP)\r\n';
const unsynced = 'Leap Indicator: 3(not synchronized)\r\nStratum: 0 (unspecified)\r\nSource: Local CMOS Clock\r\n';

describe('the clock', () => {
  it('tells offset, zone, start and uptime', () => {
    const value = valueWith(
      clockOnWindows,
      {
        system: rows({ LastBootUpTime: '20260310110000.500000+060', CurrentTimeZone: 60 }),
        zone,
        status: text(english),
      },
      { hostClock: '2026-03-14T10:00:00.000Z', gatheredAt: '2026-03-14T10:05:00.000Z' },
    );
    expect(value).toEqual({
      aheadSeconds: -300,
      timeZone: 'Romance Standard Time',
      utcOffsetMinutes: 60,
      startedAt: '2026-03-10T10:00:00.500Z',
      uptimeSeconds: 4 * 86400,
      synchronised: true,
    });
  });

  it('is known without any answer but for what was not told', () => {
    expect(valueWith(clockOnWindows, {})).toEqual({
      aheadSeconds: -1,
      timeZone: undefined,
      utcOffsetMinutes: undefined,
      startedAt: undefined,
      uptimeSeconds: undefined,
      synchronised: undefined,
    });
  });

  it('has no uptime when the start lies in the future', () => {
    expect(
      valueWith(clockOnWindows, { system: rows({ LastBootUpTime: '20300101000000.000000+000' }) }).uptimeSeconds,
    ).toBeUndefined();
  });

  it('has the name of its zone on Windows 2000', () => {
    expect(valueWith(clockOnWindows, { zone: zone2000 })).toMatchObject({
      timeZone: 'Hora estándar romance',
      utcOffsetMinutes: 60,
    });
  });

  const source = (type: string) =>
    registry('HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters', { '': { Type: type } });
  const table: readonly [string, Readonly<Record<string, Answer>>, boolean | undefined][] = [
    ['in Spanish', { status: text(spanish) }, true],
    ['not synchronised', { status: text(unsynced) }, false],
    [
      'service stopped',
      {
        status: text('The following error occurred: (0x80070426)', 1),
        services: rows({ Name: 'w32time', State: 'Stopped' }),
      },
      false,
    ],
    ['set to NoSync', { source: source('NoSync'), services: rows({ Name: 'W32Time', State: 'Running' }) }, false],
    [
      '2003, configured and running',
      { source: source('NT5DS'), services: rows({ Name: 'W32Time', State: 'Running' }) },
      undefined,
    ],
  ];
  it.each(table)('%s', (_name, given, synchronised) => {
    expect(valueWith(clockOnWindows, given).synchronised).toBe(synchronised);
  });

  it('takes any status', () => {
    fc.assert(fc.property(fc.string(), status => readWith(clockOnWindows, { status: text(status) }).state === 'known'));
  });
});
