import type { Address } from '../hosts/address.js';
import type { ActingHost } from '../hosts/host.js';
import type { SecretSource, SecretWanted, SshOptions } from '../hosts/transports/ssh/options.js';
import { type Text, say } from '../i18n/text.js';
import { askSecret } from './ask-secret.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';
import type { ReachOptions } from './reach.js';

/**
 * Opens a host by its address. What a transport needs is loaded only when a host is really asked.
 *
 * @throws HostError when a lab host is not up; CliError when an option is wrong
 */
export async function openHost(
  address: Exclude<Address, { kind: 'file' }>,
  name: string,
  options: ReachOptions,
  context: Context,
): Promise<ActingHost> {
  const { executors } = await import('../hosts/executors/all.js');
  if (address.kind === 'local') {
    const { localHost } = await import('../hosts/transports/local.js');
    return localHost(executors, options.timeout === undefined ? {} : { totalTimeoutSeconds: options.timeout });
  }
  const { sshHost } = await import('../hosts/transports/ssh/host.js');
  const asked = sshOptions(options, context);
  if (address.kind === 'ssh') return sshHost(address, asked, executors, name);
  const { labHost } = await import('../hosts/transports/lab.js');
  const lab = await labHost(address.lab);
  return sshHost(lab.address, { ...asked, ...lab.options }, executors, name);
}

function sshOptions(options: ReachOptions, context: Context): SshOptions {
  return {
    ...(options.identity ? { identityFiles: options.identity } : {}),
    ...(options.jump === undefined ? {} : { jump: options.jump }),
    ...(options.knownHosts ? { knownHostsFiles: options.knownHosts } : {}),
    ...(options.acceptHostKey ? { acceptNewHostKeys: options.acceptHostKey } : {}),
    ...(options.executor ? { executor: options.executor } : {}),
    ...(options.timeout === undefined ? {} : { totalTimeoutSeconds: options.timeout }),
    ...passwordSource(options, context),
    passphraseFrom: wanted => ask(wanted, context),
    onNote: note => context.terminal.progress(context.terminal.t(note), true),
  };
}

function passwordSource(options: ReachOptions, context: Context): { readonly passwordFrom?: SecretSource } {
  if (options.passwordEnv !== undefined) {
    if (context.env[options.passwordEnv] === undefined) throw new CliError(noVariable(options.passwordEnv));
    return { passwordFrom: { env: options.passwordEnv } };
  }
  return options.askPassword === true ? { passwordFrom: wanted => ask(wanted, context) } : {};
}

/** One question at a time: several hosts may want a password at once. */
let asking: Promise<unknown> = Promise.resolve();

function ask(wanted: SecretWanted, { terminal }: Context): Promise<string> {
  const answer = asking.then(() => {
    terminal.settle();
    return askSecret(terminal.t(promptFor(wanted)), process.stdin, text => process.stderr.write(text));
  });
  asking = answer.catch(() => undefined);
  return answer;
}

function promptFor(wanted: SecretWanted): Text {
  switch (wanted.what) {
    case 'password':
      return say({
        en: `Password of ${wanted.user} on ${wanted.host}: `,
        es: `Contraseña de ${wanted.user} en ${wanted.host}: `,
      });
    case 'passphrase':
      return say({
        en: `Passphrase of the key ${wanted.file}: `,
        es: `Frase de contraseña de la clave ${wanted.file}: `,
      });
    case 'prompt':
      return say({
        en: `${wanted.host} asks ${wanted.user}: ${wanted.prompt} `,
        es: `${wanted.host} pregunta a ${wanted.user}: ${wanted.prompt} `,
      });
  }
}

const noVariable = (name: string): Text =>
  say({
    en: `There is no environment variable ${name}. Put the password into it, or use --ask-password.`,
    es: `No existe la variable de entorno ${name}. Ponga en ella la contraseña o use --ask-password.`,
  });
