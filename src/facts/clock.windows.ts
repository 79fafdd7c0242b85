import { known, reader } from '../model/fact.js';
import type { CommandQuestion, RegistryQuestion } from '../model/question.js';
import type { Clock } from './clock.js';
import { serviceStates } from './questions/windows-services.js';
import { operatingSystem, timeZoneInformation } from './questions/windows.js';
import { keyOf, numberCell, rowsOf, textCell, textIn, textOf, wmiTime } from './reading/windows-answers.js';
import { offsetMinutes } from './reading/windows-times.js';

/** Where the time comes from: NTP, NT5DS (the domain), AllSync or NoSync. */
const timeService = {
  id: 'registry-time-service',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters',
  values: ['Type', 'NtpServer'],
} as const satisfies RegistryQuestion;

/** The state of synchronisation, Windows Server 2008 and later: its first line holds the leap indicator, 3 being "not synchronised" (RFC 5905). */
const timeStatus = {
  id: 'windows-time-status',
  kind: 'command',
  line: 'w32tm /query /status',
} as const satisfies CommandQuestion;

const questions = {
  system: operatingSystem,
  zone: timeZoneInformation,
  source: timeService,
  status: timeStatus,
  services: serviceStates,
} as const;

/** Never missing: how far the clock is off is known from any answer. */
export const clockOnWindows = reader<Clock, typeof questions>({
  questions,
  parse(answers, { hostClock, gatheredAt }) {
    const system = rowsOf(answers.system)?.[0];
    const zone = keyOf(answers.zone, timeZoneInformation.key);
    const startedAt = wmiTime(system?.LastBootUpTime);
    const up = startedAt === undefined ? undefined : Math.round((Date.parse(hostClock) - Date.parse(startedAt)) / 1000);
    return known({
      aheadSeconds: Math.round((Date.parse(hostClock) - Date.parse(gatheredAt)) / 1000),
      timeZone: textIn(zone, 'TimeZoneKeyName')?.split('\0')[0] ?? textIn(zone, 'StandardName'),
      utcOffsetMinutes: offsetMinutes(zone) ?? numberCell(system?.CurrentTimeZone),
      startedAt,
      uptimeSeconds: up !== undefined && up >= 0 ? up : undefined,
      synchronised: synchronised(
        textOf(answers.status),
        textIn(keyOf(answers.source, timeService.key), 'Type'),
        rowsOf(answers.services)?.find(row => textCell(row.Name)?.toLowerCase() === 'w32time')?.State,
      ),
    });
  },
});

/** Only the service's own word makes it true; a service that is stopped or set to NoSync makes it false. */
function synchronised(status: string | undefined, type: string | undefined, state: unknown): boolean | undefined {
  const leap = /^[^\r\n:]*:\s*([0-3])\s*\(/.exec(status?.trimStart() ?? '')?.[1];
  if (leap !== undefined) return leap !== '3';
  if (type?.toLowerCase() === 'nosync' || state === 'Stopped') return false;
  return undefined;
}
