/** A language's name from its tag (`es-ES`); a tag that is none is shown as it came. */
export function languageName(tag: string, language: 'en' | 'es'): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
