import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { clockOnWindows } from './clock.windows.js';
import { clockOnLinux } from './clock.linux.js';

export interface Clock {
  /** Seconds by which the host's clock is ahead of ours (negative: behind). */
  readonly aheadSeconds: number;
  readonly timeZone: string | undefined;
  /** Minutes east of UTC. */
  readonly utcOffsetMinutes: number | undefined;
  /** ISO. */
  readonly startedAt: string | undefined;
  readonly uptimeSeconds: number | undefined;
  readonly synchronised: boolean | undefined;
}

export const clock = defineFact<Clock>({
  id: 'clock',
  title: say({ en: 'Clock and uptime', es: 'Reloj y tiempo encendido' }),
  on: { windows: clockOnWindows, linux: clockOnLinux },
});
