import { InvalidCredentialsError, NoSuchObjectError, ResultCodeError } from 'ldapts';
import { type Text, say } from '../i18n/text.js';
import { NotifyError, type NotifyErrorKind } from './notify-error.js';

/** What went wrong with a directory, in words. */
export function directoryError(error: unknown, host: string, base: string): NotifyError {
  const why = error instanceof Error ? error.message : String(error);
  const kind = kindOf(error, why);
  const text =
    error instanceof NoSuchObjectError
      ? noBase(base)
      : error instanceof ResultCodeError && error.code === referral
        ? keptElsewhere(base)
        : texts[kind](host, why);
  return new NotifyError(kind, text, { cause: error });
}

function kindOf(error: unknown, why: string): NotifyErrorKind {
  if (error instanceof InvalidCredentialsError) return 'login';
  if (/certificate|self.signed|altname|STARTTLS|TLS/i.test(why)) return 'unsafe';
  return error instanceof ResultCodeError ? 'refused' : 'unreachable';
}

/** RFC 4511, 4.1.9. */
const referral = 10;

const keptElsewhere = (base: string): Text =>
  say({
    en: `“${base}” is kept on another server, to which this one refers. It is not followed, since nobody said that it is trusted: name that server itself.`,
    es: `«${base}» está en otro servidor, al que remite este. No se sigue, porque nadie ha dicho que sea de confianza: indique ese servidor.`,
  });

const noBase = (base: string): Text =>
  say({
    en: `The directory has nothing at “${base}”. Write the base as the directory does, for example dc=example,dc=com.`,
    es: `El directorio no tiene nada en «${base}». Escriba la base como lo hace el directorio, por ejemplo dc=example,dc=com.`,
  });

const texts: Readonly<Record<NotifyErrorKind, (host: string, why: string) => Text>> = {
  unreachable: (host, why) =>
    say({
      en: `The directory on ${host} does not answer (${why}). Check its name and port, and whether it runs.`,
      es: `El directorio de ${host} no responde (${why}). Compruebe el nombre, el puerto y si está en marcha.`,
    }),
  login: host =>
    say({
      en: `The directory on ${host} does not accept the name or the password. The name is a distinguished one, or user@domain on Active Directory.`,
      es: `El directorio de ${host} no acepta el nombre o la contraseña. El nombre es un nombre distinguido o, en Active Directory, usuario@dominio.`,
    }),
  unsafe: (host, why) =>
    say({
      en: `The connection to the directory on ${host} would not be safe (${why}). Use ldaps://, have the certificate trusted, or say ?encryption=none if the network is your own.`,
      es: `La conexión con el directorio de ${host} no sería segura (${why}). Use ldaps://, haga que se confíe en el certificado o indique ?encryption=none si la red es suya.`,
    }),
  refused: (host, why) =>
    say({
      en: `The directory on ${host} refuses to answer (${why}).`,
      es: `El directorio de ${host} se niega a responder (${why}).`,
    }),
};
