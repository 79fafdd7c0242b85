import { type Text, say } from '../i18n/text.js';
import { NotifyError, type NotifyErrorKind } from './notify-error.js';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Not a word about this message: the server, or the way to it, is gone. */
export function isLost(error: unknown): boolean {
  if (error instanceof Error && 'responseCode' in error && error.responseCode === 421) return true;
  return ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'ECONNRESET', 'ECONNREFUSED', 'EDNS', 'EAUTH', 'ETLS'].includes(
    codeOf(error),
  );
}

/** What went wrong with a mail server before anything was sent, in words. */
export function mailServerError(error: unknown, host: string): NotifyError {
  const why = error instanceof Error ? error.message : String(error);
  const kind: NotifyErrorKind = /certificate|self.signed|altname/i.test(why)
    ? 'unsafe'
    : (kindOf[codeOf(error)] ?? 'refused');
  return new NotifyError(kind, texts[kind](host, why), { cause: error });
}

const kindOf: Readonly<Record<string, NotifyErrorKind>> = {
  EAUTH: 'login',
  ETLS: 'unsafe',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EDNS: 'unreachable',
};

const texts: Readonly<Record<NotifyErrorKind, (host: string, why: string) => Text>> = {
  unreachable: (host, why) =>
    say({
      en: `The mail server ${host} does not answer (${why}). Nothing was sent: check its name and port, and whether it runs.`,
      es: `El servidor de correo ${host} no responde (${why}). No se ha enviado nada: compruebe el nombre, el puerto y si está en marcha.`,
    }),
  login: (host, why) =>
    say({
      en: `The mail server ${host} does not accept user or password (${why}). Nothing was sent.`,
      es: `El servidor de correo ${host} no acepta el usuario o la contraseña (${why}). No se ha enviado nada.`,
    }),
  unsafe: (host, why) =>
    say({
      en: `The connection to ${host} would not be safe (${why}). Nothing was sent: use smtps://, have the certificate trusted, or say ?encryption=none if the network is your own.`,
      es: `La conexión con ${host} no sería segura (${why}). No se ha enviado nada: use smtps://, haga que se confíe en el certificado o indique ?encryption=none si la red es suya.`,
    }),
  refused: (host, why) =>
    say({
      en: `The mail server ${host} refuses to work for us (${why}). Nothing was sent.`,
      es: `El servidor de correo ${host} rechaza la conexión (${why}). No se ha enviado nada.`,
    }),
};
