import { known, reader } from '../model/fact.js';
import type { Clock } from './clock.js';
import { linesOfFiles, zoneCommand, part, partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';

const time = {
  kind: 'command',
  id: 'clock-linux',
  line: [
    part('zone', zoneCommand),
    part('offset', 'date +%z'),
    linesOfFiles({ part: 'uptime', files: '/proc/uptime' }, { files: '/proc/stat', like: '^btime' }),
    // timedated does no more than ask the kernel, but takes a service start; where systemd does not run nobody knows
    part(
      'sync',
      '[ -e /run/systemd/timesync/synchronized ] && echo yes || [ ! -d /run/systemd/system ] || timeout 3 timedatectl show -p NTPSynchronized --value 2>/dev/null',
    ),
  ].join('\n'),
} as const;

export const clockOnLinux = reader({
  questions: { time },
  parse({ time }, { hostClock, gatheredAt }) {
    const text = textOf(time);
    if (text === undefined) return whyNot(time);
    const parts = partsOf(text);
    const [uptime, start] = parts.get('uptime') ?? [];
    const seconds = Number.parseFloat(uptime ?? '');
    const started = wholeNumber(start?.split(' ')[1]);
    const ahead = (Date.parse(hostClock) - Date.parse(gatheredAt)) / 1000;
    const synchronised = parts.get('sync')?.[0];
    return known<Clock>({
      aheadSeconds: Number.isFinite(ahead) ? Math.round(ahead) : 0,
      timeZone: parts.get('zone')?.[0],
      utcOffsetMinutes: offsetOf(parts.get('offset')?.[0]),
      startedAt: started === undefined || started > 8e12 ? undefined : new Date(started * 1000).toISOString(),
      uptimeSeconds: Number.isFinite(seconds) ? Math.floor(seconds) : undefined,
      synchronised: synchronised === 'yes' ? true : synchronised === 'no' ? false : undefined,
    });
  },
});

function offsetOf(text: string | undefined): number | undefined {
  const match = /^([+-])(\d\d)(\d\d)$/.exec(text ?? '');
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? 0 - minutes : minutes;
}
