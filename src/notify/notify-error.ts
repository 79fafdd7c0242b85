import type { Text } from '../i18n/text.js';

/** `unreachable`: nobody answers. `login`: user or password. `unsafe`: it would go unencrypted, or the certificate is not trusted. `refused`: the server will not do it. */
export type NotifyErrorKind = 'unreachable' | 'login' | 'unsafe' | 'refused';

/** No message could be sent, or no directory read, in words that say what to do next. */
export class NotifyError extends Error {
  readonly kind: NotifyErrorKind;
  readonly text: Text;

  constructor(kind: NotifyErrorKind, text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'NotifyError';
    this.kind = kind;
    this.text = text;
  }
}
