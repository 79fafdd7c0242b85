import { readFile } from 'node:fs/promises';
import type { AnyAuthMethod, AuthHandlerMiddleware, ParsedKey } from 'ssh2';
import ssh2 from 'ssh2';
import { type Text, say } from '../../../i18n/text.js';
import { type SshAddress, hostAndPort } from '../../address.js';
import { HostError } from '../../host-error.js';
import { type SecretSource, type SecretWanted, type SshOptions, defaultIdentityFiles } from './options.js';

/** How one account of one server is logged in to, and what came of it. */
export interface Login {
  readonly handler: AuthHandlerMiddleware;
  /** What to say when nothing was accepted. */
  failure(): HostError;
}

export interface LoginPlan {
  readonly server: SshAddress;
  readonly user: string;
  readonly options: SshOptions;
  /** A jump host is not given the password that is kept for the server behind it. */
  readonly passwordFrom: SecretSource | undefined;
  /** Called around every question to a person, whose time must not count. */
  readonly asking: (busy: boolean) => void;
}

type Method = 'publickey' | 'password' | 'keyboard-interactive';

interface Attempt {
  readonly method: Method;
  /** What to call it, e.g. the key's file. */
  readonly label: string;
  /** Nothing: cannot be tried after all. */
  make(): Promise<AnyAuthMethod | undefined>;
}

/** Tries keys, then the agent, then the password, as far as the server takes them. */
export function loginOf(plan: LoginPlan): Login {
  const tried: string[] = [];
  const problems: Text[] = [];
  let offered: readonly string[] | undefined;
  let failed: HostError | undefined;
  const left = attempts(plan, problems);
  const next = async (methods: readonly string[] | undefined): Promise<AnyAuthMethod | false> => {
    if (methods) offered = methods;
    // The server names what it takes only in answer to an attempt; a key may as well be the first one.
    if (!methods && left[0]?.method !== 'publickey') return { type: 'none', username: plan.user };
    for (let attempt = left.shift(); attempt; attempt = left.shift()) {
      if (methods && !methods.includes(attempt.method)) continue;
      const made = await attempt.make();
      if (!made) continue;
      tried.push(attempt.label);
      if (attempt.method === 'password') removeInteractive(left);
      return made;
    }
    return methods ? false : { type: 'none', username: plan.user };
  };
  const answer = async (methods: readonly string[] | undefined, done: Done): Promise<void> => {
    let made: AnyAuthMethod | false = false;
    try {
      made = await next(methods);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      failed = error;
    }
    done(made);
  };
  return {
    // The types of ssh2 leave out that the first call names no methods, and that false ends the login.
    handler: (methods, _partial, done) => void answer((methods as readonly string[] | null) ?? undefined, done as Done),
    failure: () => failed ?? refusedLogin(plan, tried, offered ?? [], problems),
  };
}

type Done = (method: AnyAuthMethod | false) => void;

/** A server that takes the password itself would only count the same one asked as a question as one more failure. */
function removeInteractive(left: Attempt[]): void {
  const at = left.findIndex(attempt => attempt.method === 'keyboard-interactive');
  if (at >= 0) left.splice(at, 1);
}

function attempts(plan: LoginPlan, problems: Text[]): Attempt[] {
  const { user, options, passwordFrom } = plan;
  const list: Attempt[] = (options.identityFiles ?? []).map(file => keyAttempt(plan, file, problems, true));
  const agent = options.agent ?? process.env.SSH_AUTH_SOCK;
  if (agent) {
    const method: AnyAuthMethod = { type: 'agent', username: user, agent };
    list.push({ method: 'publickey', label: 'agent', make: async () => method });
  }
  if (!options.identityFiles) {
    list.push(...defaultIdentityFiles().map(file => keyAttempt(plan, file, problems, false)));
  }
  if (!passwordFrom) return list;
  let password: Promise<string> | undefined;
  const wanted: SecretWanted = { what: 'password', user, host: plan.server.host };
  const ask = () => (password ??= secret(passwordFrom, wanted, plan));
  list.push({
    method: 'password',
    label: 'password',
    make: async () => ({ type: 'password', username: user, password: await ask() }),
  });
  list.push({
    method: 'keyboard-interactive',
    label: 'keyboard-interactive',
    make: async () => ({ type: 'keyboard-interactive', username: user, prompt: prompter(plan, passwordFrom, ask) }),
  });
  return list;
}

function keyAttempt(plan: LoginPlan, file: string, problems: Text[], named: boolean): Attempt {
  return {
    method: 'publickey',
    label: file,
    async make() {
      const key = await keyOf(file, plan);
      if (key instanceof Unusable) {
        if (named || key.present) problems.push(key.why);
        return undefined;
      }
      return { type: 'publickey', username: plan.user, key };
    },
  };
}

class Unusable {
  constructor(
    readonly present: boolean,
    readonly why: Text,
  ) {}
}

/** Keys by their file: parsed, and their passphrase asked for, once for all servers asked at a time. */
const keys = new Map<string, Promise<ParsedKey | Unusable>>();

function keyOf(file: string, plan: LoginPlan): Promise<ParsedKey | Unusable> {
  const found = keys.get(file);
  if (found) return found;
  const made = readKey(file, plan);
  keys.set(file, made);
  // One that could not be used may be there, or its passphrase be typed right, the next time.
  made.then(
    key => key instanceof Unusable && keys.delete(file),
    () => keys.delete(file),
  );
  return made;
}

async function readKey(file: string, plan: LoginPlan): Promise<ParsedKey | Unusable> {
  let data: Buffer;
  try {
    data = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return new Unusable(code !== 'ENOENT', unreadableKey(file, code));
  }
  const plain = ssh2.utils.parseKey(data);
  if (!(plain instanceof Error)) return usable(plain, file);
  if (!/encrypted|passphrase/i.test(plain.message)) return new Unusable(true, brokenKey(file));
  if (!plan.options.passphraseFrom) return new Unusable(true, lockedKey(file));
  const passphrase = await secret(plan.options.passphraseFrom, { what: 'passphrase', file }, plan);
  const opened = ssh2.utils.parseKey(data, passphrase);
  return opened instanceof Error ? new Unusable(true, wrongPassphrase(file)) : usable(opened, file);
}

function usable(parsed: ParsedKey, file: string): ParsedKey | Unusable {
  // The parser answers a list for formats that could hold several keys.
  const key = Array.isArray(parsed) ? (parsed[0] as ParsedKey | undefined) : parsed;
  return key?.isPrivateKey() ? key : new Unusable(true, brokenKey(file));
}

async function secret(source: SecretSource, wanted: SecretWanted, plan: LoginPlan): Promise<string> {
  if (typeof source !== 'function') {
    const value = process.env[source.env];
    if (value === undefined || value === '') throw new HostError('login', noVariable(source.env));
    return value;
  }
  plan.asking(true);
  try {
    return await source(wanted);
  } finally {
    plan.asking(false);
  }
}

type Prompt = Extract<AnyAuthMethod, { type: 'keyboard-interactive' }>['prompt'];

/** Answers the server's questions: the first hidden one is for the password, others (a one-time code) are put to the person. */
function prompter(plan: LoginPlan, source: SecretSource, password: () => Promise<string>): Prompt {
  let given = false;
  const answer = async (prompt: string, hidden: boolean): Promise<string> => {
    if (hidden && !given) {
      given = true;
      return password();
    }
    if (typeof source !== 'function') return '';
    return secret(source, { what: 'prompt', user: plan.user, host: plan.server.host, prompt }, plan);
  };
  return (_name, _instructions, _language, prompts, finish) => {
    const all = async () => {
      const answers: string[] = [];
      for (const { prompt, echo } of prompts) answers.push(await answer(prompt, !echo));
      return answers;
    };
    all().then(finish, () => finish([]));
  };
}

function refusedLogin(
  plan: LoginPlan,
  tried: readonly string[],
  offered: readonly string[],
  problems: readonly Text[],
): HostError {
  const account = `${plan.user}@${hostAndPort(plan.server)}`;
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
      en: 'Name a key with `--identity FILE`, or a variable that holds the password with `--password-from VARIABLE`.',
      es: 'Indique una clave con `--identity ARCHIVO`, o una variable que contenga la contraseña con `--password-from VARIABLE`.',
    });
  }
  return say({
    en: "Name the right key with `--identity FILE`, and check that its public half stands in the account's authorized_keys (Windows administrators: `%ProgramData%\\ssh\\administrators_authorized_keys`).",
    es: 'Indique la clave correcta con `--identity ARCHIVO` y compruebe que su parte pública está en el authorized_keys de la cuenta (administradores de Windows: `%ProgramData%\\ssh\\administrators_authorized_keys`).',
  });
}

const unreadableKey = (file: string, code: string) =>
  say({ en: `The key ${file} cannot be read (${code}).`, es: `No se puede leer la clave ${file} (${code}).` });

const brokenKey = (file: string) =>
  say({
    en: `${file} is no private key that can be read here.`,
    es: `${file} no es una clave privada que se pueda leer aquí.`,
  });

const lockedKey = (file: string) =>
  say({
    en: `The key ${file} has a passphrase: add it to the agent (\`ssh-add ${file}\`) or name a variable that holds the passphrase with \`--passphrase-from VARIABLE\`.`,
    es: `La clave ${file} tiene frase de contraseña: añádala al agente (\`ssh-add ${file}\`) o indique una variable que contenga la frase con \`--passphrase-from VARIABLE\`.`,
  });

const wrongPassphrase = (file: string) =>
  say({
    en: `The passphrase given does not open the key ${file}.`,
    es: `La frase de contraseña dada no abre la clave ${file}.`,
  });

const noVariable = (name: string) =>
  say({
    en: `The environment variable ${name}, which should hold the password or passphrase, is not set. Set it and run this again.`,
    es: `La variable de entorno ${name}, que debería contener la contraseña o la frase, no está definida. Defínala y repita la orden.`,
  });
