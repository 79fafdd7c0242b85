import type { Text } from '../i18n/text.js';
import type { Answers } from './answer.js';

export const recordingSchema = 'antesala.recording/1';

export type Platform = 'windows' | 'linux';
export type ExecutorName = 'sh' | 'wsh' | 'powershell';

/** The raw answers of one host: what is judged, now or later, here or elsewhere. Secrets are masked before it exists. */
export interface Recording {
  readonly schema: typeof recordingSchema;
  /** The host as the user named it: `local`, `ssh://user@host:port`, `lab:name`, or the name given to a kit's result. */
  readonly host: string;
  /** The name the host gives itself. */
  readonly computer: string;
  readonly platform: Platform;
  readonly executor: ExecutorName;
  /** Whether the account was root or an elevated Administrator. */
  readonly elevated: boolean;
  /** When, by our clock and by the host's (ISO, UTC). */
  readonly gatheredAt: string;
  readonly hostClock: string;
  readonly answers: Answers;
  /** Present when no machine gave these answers: who composed them and from which documentation. Shown in every report. */
  readonly composed?: { readonly note: Text; readonly sources: readonly string[] };
}
