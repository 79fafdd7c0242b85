import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { type Text, say } from '../i18n/text.js';
import { HostError } from './host-error.js';

/** What a user may name on the command line: this machine, a server over SSH, a host of the lab, or a file that was gathered before. */
export type Address =
  | { readonly kind: 'local' }
  | ({ readonly kind: 'ssh' } & SshAddress)
  | { readonly kind: 'lab'; readonly lab: string }
  | { readonly kind: 'file'; readonly path: string };

export interface SshAddress {
  /** Name or number of the machine, without the brackets of IPv6; names of other scripts are already in ASCII. */
  readonly host: string;
  readonly port?: number;
  /** Absent: the name the user goes by on this machine. */
  readonly user?: string;
}

/**
 * Reads `local`, `ssh://user@host:port`, `lab:name`, else the name of a recording or of a kit's result.
 *
 * @throws HostError `bad-address` with what to write instead
 */
export function parseAddress(text: string): Address {
  if (text === '') throw badAddress(forms);
  if (text === 'local') return { kind: 'local' };
  if (text.startsWith('lab:')) return { kind: 'lab', lab: labName(text.slice(4)) };
  if (/^ssh:\/\//i.test(text)) return { kind: 'ssh', ...sshAddress(text.slice('ssh://'.length)) };
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(text);
  if (scheme) throw badAddress(unknownScheme(scheme[1] ?? ''), forms);
  if (text.includes('\0')) throw badAddress(forms);
  return { kind: 'file', path: text };
}

/**
 * Reads one machine of a jump list, written `user@host:port` or `ssh://user@host:port`.
 *
 * @throws HostError `bad-address`
 */
export function parseHop(text: string): SshAddress {
  return sshAddress(text.trim().replace(/^ssh:\/\//i, ''));
}

/** As it would be typed: `[::1]:2222`, `server`, `server:2222`. */
export function hostAndPort({ host, port }: SshAddress): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === undefined || port === 22 ? name : `${name}:${port}`;
}

function sshAddress(rest: string): SshAddress {
  // The user's name ends at the last @, as in OpenSSH: names of a domain may hold one (`ana@contoso.local@server`).
  const at = rest.lastIndexOf('@');
  const user = at < 0 ? undefined : userName(rest.slice(0, at));
  const place = rest.slice(at + 1).replace(/\/$/, '');
  const parts = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::([0-9]*))?$/.exec(place);
  if (!parts) throw badAddress(noHost);
  const port = portNumber(parts[3]);
  const bracketed = parts[1] === undefined ? undefined : decoded(parts[1]);
  if (bracketed !== undefined && isIP(bracketed) !== 6) throw badAddress(noHost);
  const host = bracketed ?? machineName(decoded(parts[2] ?? ''));
  return { host, ...(port === undefined ? {} : { port }), ...(user === undefined ? {} : { user }) };
}

function userName(text: string): string {
  if (text.includes(':')) throw badAddress(passwordInAddress);
  const user = decoded(text);
  if (user === '' || /[\p{Cc}"]/u.test(user)) throw badAddress(noUser);
  return user;
}

function machineName(text: string): string {
  const host = /^[\x20-\x7e]*$/.test(text) ? text : domainToASCII(text);
  // Nothing that a shell, a configuration file or a list of hosts would read as more than a name.
  if (!/^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_.])?$/.test(host) || host.length > 255) throw badAddress(noHost);
  return host;
}

function portNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (text === '' || port < 1 || port > 65535) throw badAddress(noPort);
  return port;
}

function labName(name: string): string {
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(name)) throw badAddress(noLabName);
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badAddress(badPercent);
  }
}

function badAddress(...texts: readonly Text[]): HostError {
  return new HostError('bad-address', {
    en: texts.map(t => t.en).join(' '),
    es: texts.map(t => t.es).join(' '),
  });
}

const forms = say({
  en: 'Write `local` for this machine, `ssh://user@server` or `ssh://user@server:port`, or the name of a file that was gathered before.',
  es: 'Escriba `local` para este equipo, `ssh://usuario@servidor` o `ssh://usuario@servidor:puerto`, o el nombre de un archivo recogido antes.',
});

const unknownScheme = (scheme: string) =>
  say({
    en: `Servers cannot be reached by \`${scheme}://\`.`,
    es: `No se puede llegar a un servidor por \`${scheme}://\`.`,
  });

const noHost = say({
  en: 'The address names no machine: write `ssh://user@server`, `ssh://user@192.168.1.10:22` or, for IPv6, `ssh://user@[fd00::10]:22`, and nothing after it.',
  es: 'La dirección no nombra ningún equipo: escriba `ssh://usuario@servidor`, `ssh://usuario@192.168.1.10:22` o, con IPv6, `ssh://usuario@[fd00::10]:22`, y nada más detrás.',
});

const noUser = say({
  en: 'The user name before the @ is empty or holds characters that no account has. Leave out the @ to log in under your own name.',
  es: 'El nombre de usuario delante de la @ está vacío o tiene caracteres que ninguna cuenta lleva. Quite la @ para entrar con su propio nombre.',
});

const noPort = say({
  en: 'The port after the colon must be a number from 1 to 65535; leave out the colon for the usual port 22.',
  es: 'El puerto detrás de los dos puntos debe ser un número de 1 a 65535; quite los dos puntos para usar el puerto habitual, el 22.',
});

const noLabName = say({
  en: 'After `lab:` comes the name of a host of the lab, in letters, digits, dots and hyphens: `lab:sbs2003`. `npm run lab -- status` lists them.',
  es: 'Detrás de `lab:` va el nombre de un equipo del laboratorio, con letras, cifras, puntos y guiones: `lab:sbs2003`. `npm run lab -- status` los enumera.',
});

const badPercent = say({
  en: 'The address holds a % that begins no code: write a % itself as %25.',
  es: 'La dirección contiene un % que no inicia ningún código: escriba el propio % como %25.',
});

const passwordInAddress = say({
  en: 'A password does not belong in the address: it stays in the history of your shell and whoever lists the processes of this machine reads it. Take it out and add `--ask-password`, to be asked for it, or `--password-env NAME`, to have it read from an environment variable.',
  es: 'La contraseña no va en la dirección: queda en el historial del intérprete de órdenes y la lee cualquiera que liste los procesos de este equipo. Quítela y añada `--ask-password`, para que se le pida, o `--password-env NOMBRE`, para leerla de una variable de entorno.',
});
