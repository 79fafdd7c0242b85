import type { Text } from '../i18n/text.js';

/** Something given to us is not what it should be: says what, where, and what to do. Exit code 2. */
export class InputError extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'InputError';
    this.text = text;
  }
}
