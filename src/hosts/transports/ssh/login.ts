import type { AnyAuthMethod, AuthHandlerMiddleware } from 'ssh2';
import type { Text } from '../../../i18n/text.js';
import { type SshAddress, hostAndPort } from '../../address.js';
import { HostError } from '../../host-error.js';
import { Unusable, keyOf } from './key-files.js';
import { type SecretSource, type SecretWanted, type SshOptions, defaultIdentityFiles } from './options.js';
import { refusedLogin } from './refused-login.js';
import { secretOf } from './secret.js';

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
    failure: () => failed ?? refusedLogin(`${plan.user}@${hostAndPort(plan.server)}`, tried, offered ?? [], problems),
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
  const ask = () => (password ??= secretOf(passwordFrom, wanted, plan.asking));
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
      const key = await keyOf(file, plan.options.passphraseFrom, plan.asking);
      if (key instanceof Unusable) {
        if (named || key.present) problems.push(key.why);
        return undefined;
      }
      return { type: 'publickey', username: plan.user, key };
    },
  };
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
    return secretOf(source, { what: 'prompt', user: plan.user, host: plan.server.host, prompt }, plan.asking);
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
