import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { hyperVOnWindows } from './hyper-v.windows.js';

export interface HyperV {
  readonly host: boolean;
  /** Undefined when the machines cannot be listed. */
  readonly machines:
    | readonly {
        readonly name: string;
        readonly state: 'running' | 'off' | 'saved' | 'paused' | 'other';
        /** Configuration version, "5.0" … "12.0". */
        readonly version: string | undefined;
        readonly checkpoints: number | undefined;
      }[]
    | undefined;
}

export const hyperV = defineFact<HyperV>({
  id: 'hyper-v',
  title: say({ en: 'Hyper-V', es: 'Hyper-V' }),
  on: { windows: hyperVOnWindows },
});
