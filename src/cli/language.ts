import { type Language, isLanguage } from '../i18n/text.js';

/** The language to speak before any option is parsed: --lang, then ANTESALA_LANG, then the locale; English otherwise. */
export function spokenLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const asked = langOption(args);
  if (isLanguage(asked)) return asked;
  for (const name of ['ANTESALA_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const value = env[name]?.trim();
    if (!value) continue;
    const language = value.slice(0, 2).toLowerCase();
    return isLanguage(language) ? language : 'en';
  }
  return 'en';
}

function langOption(args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  const option = args[at] ?? '';
  return option.startsWith('--lang=') ? option.slice('--lang='.length) : args[at + 1];
}
