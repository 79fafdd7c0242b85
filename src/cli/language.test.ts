import { expect, it } from 'vitest';
import { spokenLanguage } from './language.js';

it.each([
  ['the option wins', ['assess', '--lang', 'es'], { LANG: 'en_GB.UTF-8' }, 'es'],
  ['the option with =', ['--lang=es'], {}, 'es'],
  ['an unknown option value falls back to the locale', ['--lang', 'fr'], { LANG: 'es_ES.UTF-8' }, 'es'],
  ['our own variable before the locale', [], { ANTESALA_LANG: 'en', LANG: 'es_ES.UTF-8' }, 'en'],
  ['LC_ALL before LANG', [], { LC_ALL: 'es_MX', LANG: 'en_US' }, 'es'],
  ['an empty variable does not count', [], { LC_ALL: '', LANG: 'es_ES' }, 'es'],
  ['another locale reads English', [], { LANG: 'fr_FR' }, 'en'],
  ['the C locale reads English', [], { LANG: 'C' }, 'en'],
  ['nothing at all', [], {}, 'en'],
])('%s', (_, args, env, expected) => expect(spokenLanguage(args, env)).toBe(expected));
