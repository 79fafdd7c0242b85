import { visible } from './visible.js';

/** Text in which nothing is Markdown or HTML. */
export function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#|~!&]/g, character =>
    character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
  );
}
