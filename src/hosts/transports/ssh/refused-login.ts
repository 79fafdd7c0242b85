import { type Text, say } from '../../../i18n/text.js';
import { HostError } from '../../host-error.js';

/** What to say when a server accepted nothing that could be tried. */
export function refusedLogin(
  account: string,
  tried: readonly string[],
  offered: readonly string[],
  problems: readonly Text[],
): HostError {
  const advice = adviceFor(tried, offered);
  const more = (language: 'en' | 'es') => problems.map(problem => ` ${problem[language]}`).join('');
  return new HostError(
    'login',
    say({
      en: f =>
        `${account} was not let in. Tried: ${tried.length ? f.list(tried) : 'nothing, there was nothing to try'}. The server takes: ${offered.length ? f.list(offered) : 'it did not say'}.${more('en')} ${advice.en}`,
      es: f =>
        `No se permitió entrar a ${account}. Se probó: ${tried.length ? f.list(tried) : 'nada, no había qué probar'}. El servidor acepta: ${offered.length ? f.list(offered) : 'no lo dijo'}.${more('es')} ${advice.es}`,
    }),
  );
}

function adviceFor(tried: readonly string[], offered: readonly string[]): Text {
  const takesPassword = offered.some(method => method === 'password' || method === 'keyboard-interactive');
  if (takesPassword && tried.some(label => label === 'password' || label === 'keyboard-interactive')) {
    return say({
      en: 'Check the user name and the password; the account may be locked or expired.',
      es: 'Compruebe el nombre de usuario y la contraseña; la cuenta puede estar bloqueada o caducada.',
    });
  }
  if (takesPassword) {
    return say({
      en: 'Name a key with `--identity FILE`, have the password asked for with `--ask-password`, or name a variable that holds it with `--password-env NAME`.',
      es: 'Indique una clave con `--identity ARCHIVO`, haga que se le pida la contraseña con `--ask-password`, o indique una variable que la contenga con `--password-env NOMBRE`.',
    });
  }
  return say({
    en: "Name the right key with `--identity FILE`, and check that its public half stands in the account's authorized_keys (Windows administrators: `%ProgramData%\\ssh\\administrators_authorized_keys`).",
    es: 'Indique la clave correcta con `--identity ARCHIVO` y compruebe que su parte pública está en el authorized_keys de la cuenta (administradores de Windows: `%ProgramData%\\ssh\\administrators_authorized_keys`).',
  });
}
