import type { GatherOptions } from '../hosts/host.js';
import { say } from '../i18n/text.js';
import type { ExecutorName } from '../model/recording.js';
import type { Context } from './context.js';
import type { LocalizedCommand } from './localized-command.js';
import { wholeNumber } from './numbers.js';
import { several } from './several.js';

/** How hosts are reached, as given on the command line. */
export interface ReachOptions {
  readonly identity?: readonly string[];
  readonly askPassword?: boolean;
  readonly passwordEnv?: string;
  readonly jump?: string;
  readonly knownHosts?: readonly string[];
  readonly acceptHostKey?: readonly string[];
  readonly executor?: ExecutorName;
  readonly timeout?: number;
  readonly parallel: number;
}

/** The options that gather, assess and paths share. A password never stands on the command line, where anybody can read it. */
export function addReachOptions(command: LocalizedCommand): LocalizedCommand {
  return command
    .with(
      '-i, --identity <file>',
      say({ en: 'private key for SSH (may be given more than once)', es: 'clave privada para SSH (puede repetirse)' }),
      option => option.argParser(several),
    )
    .with(
      '--ask-password',
      say({ en: 'ask for the SSH password, without echo', es: 'pide la contraseña de SSH sin mostrarla' }),
    )
    .with(
      '--password-env <name>',
      say({
        en: 'take the SSH password from this environment variable',
        es: 'toma la contraseña de SSH de esta variable de entorno',
      }),
    )
    .with(
      '--jump <hosts>',
      say({
        en: 'SSH servers to go through: user@host:port, separated by commas',
        es: 'servidores SSH de salto: usuario@servidor:puerto, separados por comas',
      }),
    )
    .with(
      '--known-hosts <file>',
      say({
        en: 'file of trusted host keys, in place of the usual ones',
        es: 'archivo de claves de confianza, en lugar de los habituales',
      }),
      option => option.argParser(several),
    )
    .with(
      '--accept-host-key <fingerprint>',
      say({
        en: 'trust a new server that shows this fingerprint (SHA256:…), and remember it',
        es: 'confía en un servidor nuevo que muestre esta huella (SHA256:…), y la recuerda',
      }),
      option => option.argParser(several),
    )
    .with(
      '--executor <name>',
      say({ en: 'do not find out what the host understands', es: 'no averigua qué entiende el servidor' }),
      option => option.choices(['sh', 'powershell', 'wsh']),
    )
    .with(
      '--timeout <seconds>',
      say({ en: 'give up on a host after this long', es: 'abandona un servidor pasado este tiempo' }),
      option => option.argParser(value => wholeNumber(value, '--timeout', 5, 86_400)).default(600),
    )
    .with(
      '--parallel <hosts>',
      say({ en: 'hosts asked at the same time', es: 'servidores consultados a la vez' }),
      option => option.argParser(value => wholeNumber(value, '--parallel', 1, 500)).default(25),
    );
}

export function gatherOptions(context: Context, target: string, many: boolean): GatherOptions {
  const { terminal, signal, now } = context;
  return {
    signal,
    now,
    ...(many
      ? {}
      : {
          onProgress: ({ answered, asked }) =>
            terminal.progress(
              terminal.t(
                say({
                  en: f => `${target}: ${f.number(answered)} of ${f.number(asked)} answers`,
                  es: f => `${target}: ${f.number(answered)} de ${f.number(asked)} respuestas`,
                }),
              ),
            ),
        }),
  };
}
