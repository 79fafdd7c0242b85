import type { Text } from '../i18n/text.js';

/** Why a host gave no answers. `kind` decides the exit code and what a retry could change. */
export type HostErrorKind =
  | 'unreachable'
  | 'refused'
  | 'unknown-host-key'
  | 'changed-host-key'
  | 'login'
  | 'timeout'
  | 'no-executor'
  | 'cut-off'
  | 'bad-address'
  | 'stopped';

/** A failure to reach or question a host, in words that say what to do next. */
export class HostError extends Error {
  readonly kind: HostErrorKind;
  readonly text: Text;

  constructor(kind: HostErrorKind, text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'HostError';
    this.kind = kind;
    this.text = text;
  }
}
