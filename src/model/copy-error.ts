import type { Text } from '../i18n/text.js';

/** The copy of the log on the server could not be kept, or is not ours. */
export class CopyError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'CopyError';
    this.text = text;
  }
}
