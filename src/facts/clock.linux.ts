import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Clock } from './clock.js';
import { partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { zone } from './linux/known-pieces.js';
import { asked, both, linesOfFiles, part } from './linux/pieces.js';

const time: CommandQuestion = {
  kind: 'command',
  id: 'clock-linux',
  ...asked(
    part('zone', zone),
    part(
      'offset',
      both(
        'date +%z',
        String.raw`my $t = time; my @l = localtime $t; my @g = gmtime $t; my $m = ($l[2] - $g[2]) * 60 + $l[1] - $g[1] + 1440 * ($l[5] <=> $g[5] || $l[7] <=> $g[7]); put(sprintf("%s%02d%02d\n", $m < 0 ? '-' : '+', abs($m) / 60, abs($m) % 60));`,
      ),
    ),
    linesOfFiles({ part: 'uptime', files: '/proc/uptime' }, { files: '/proc/stat', like: '^btime' }),
    // timedated does no more than ask the kernel, but takes a service start; where systemd does not run nobody knows
    part(
      'sync',
      both(
        '[ -e /run/systemd/timesync/synchronized ] && echo yes || [ ! -d /run/systemd/system ] || timeout 3 timedatectl show -p NTPSynchronized --value 2>/dev/null',
        String.raw`if (-e '/run/systemd/timesync/synchronized') { put("yes\n") } elsif (-d '/run/systemd/system') { sh('timeout 3 timedatectl show -p NTPSynchronized --value') }`,
      ),
    ),
  ),
};

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
