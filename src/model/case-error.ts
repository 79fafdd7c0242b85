import type { Text } from '../i18n/text.js';

/**
 * `not-a-case`: no case there. `exists`: one is there already. `damaged`: the log or its evidence is not what was written. `newer`: written
 * by a newer version. `locked`: another run has it. `unwritable`, `unreadable`: the disk or its rights. `wrong-key`: a signing key that is
 * none, or its passphrase.
 */
export type CaseErrorKind =
  | 'not-a-case'
  | 'exists'
  | 'damaged'
  | 'newer'
  | 'locked'
  | 'unwritable'
  | 'unreadable'
  | 'wrong-key';

/** A case could not be opened, read or written. `kind` decides the exit code. */
export class CaseError extends Error {
  readonly kind: CaseErrorKind;
  readonly text: Text;
  /** Line of the log, counted from 1; an event's `seq` is the number of its line. */
  readonly line: number | undefined;

  constructor(kind: CaseErrorKind, text: Text, options?: ErrorOptions & { readonly line?: number }) {
    super(text.en, options);
    this.name = 'CaseError';
    this.kind = kind;
    this.text = text;
    this.line = options?.line;
  }
}
