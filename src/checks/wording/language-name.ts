import type { Language } from '../../i18n/text.js';

const names: Partial<Record<Language, Intl.DisplayNames>> = {};
const known = new Map<string, string>();
/** Servers speak a few dozen languages; a host may name any number. */
const mostKept = 200;

/** A language's name from its tag (`es-ES`); a tag that is none is shown as it came. */
export function languageName(tag: string, language: Language): string {
  const key = `${language} ${tag}`;
  const found = known.get(key) ?? nameOf(tag, language);
  if (known.size < mostKept) known.set(key, found);
  return found;
}

function nameOf(tag: string, language: Language): string {
  try {
    // making one takes fifty times as long as asking it
    names[language] ??= new Intl.DisplayNames(language, { type: 'language' });
    return names[language].of(tag) ?? tag;
  } catch {
    return tag;
  }
}
