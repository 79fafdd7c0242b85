import type { ActResult } from '../../engine/acts.js';
import { choicesOf, recordingOf } from '../../engine/case/stored.js';
import { type Text, say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import type { MailRecipient, PlanChoices } from '../../model/plan-choices.js';
import type { PlannedMail } from '../../model/step.js';
import { InputError } from '../../model/input-error.js';
import { readRecipients } from '../../notify/directory.js';
import { NotifyError } from '../../notify/notify-error.js';
import { sendNotices } from '../../notify/send-notices.js';
import { serverAddress } from '../../notify/server-address.js';
import { noticeFor } from '../../steps/people/notice.js';
import { askSecret } from '../ask-secret.js';
import type { Context } from '../context.js';

/** Where the passwords of the mail server and of the directory are looked for before somebody is asked. */
const variables = { smtp: 'ANTESALA_SMTP_PASSWORD', ldap: 'ANTESALA_LDAP_PASSWORD' } as const;

/**
 * Sends the notices of a plan: to the addresses of the choices and to the users of the directory, each in its language and zone. Who is
 * refused is said and concerns nobody else; that the server was lost in the middle makes it fail.
 */
export function mailPerformer(log: CaseLog, context: Context): (item: PlannedMail) => Promise<ActResult> {
  return async item => {
    const { notify, window } = choicesOf(log.events);
    const kept = await recordingOf(log, ['prepare', 'plan']);
    if (notify.smtp === undefined || notify.from === undefined || window === undefined || kept === undefined)
      return { outcome: 'failed', why: 'the choices name no mail server, no sender or no window' };
    try {
      const listed = await directoryUsers(notify, context);
      const people = everybody(item.to, listed?.recipients ?? []);
      const about = {
        server: kept.recording.computer,
        window,
        note: notify.note,
        stamp: context.now().toISOString(),
      };
      const { user } = serverAddress('smtp', notify.smtp);
      const password = user === undefined ? undefined : await secret('smtp', notify.smtp, context);
      const sent = await sendNotices(
        { url: notify.smtp, from: notify.from, ...(password === undefined ? {} : { password }) },
        people.map(person => noticeFor(person, about)),
      );
      const of = (outcome: string): readonly string[] =>
        sent.filter(one => one.outcome === outcome).map(one => `${one.address}: ${one.why ?? outcome}`);
      const data = {
        sent: sent.filter(one => one.outcome === 'sent').length,
        refused: of('refused'),
        notSent: of('not-sent'),
        disabled: listed?.disabled ?? 0,
        elsewhere: listed?.elsewhere ?? [],
      };
      if (people.length === 0) return { outcome: 'failed', why: 'there is nobody to write to', data };
      if (data.sent === 0 || data.notSent.length > 0)
        return { outcome: 'failed', why: `${data.sent} of ${people.length} messages were sent`, data };
      return { outcome: 'done', data };
    } catch (error) {
      if (error instanceof NotifyError || error instanceof InputError) return { outcome: 'failed', why: error.message };
      throw error;
    }
  };
}

async function directoryUsers(notify: PlanChoices['notify'], context: Context) {
  if (!notify.ldap) return undefined;
  const { url, base, bindDn } = notify.ldap;
  const login = bindDn === undefined ? {} : { bindDn, password: await secret('ldap', url, context) };
  return readRecipients({ url, base, ...login, language: context.terminal.language });
}

/** Each address once; what the choices say of a person goes before what the directory says. */
function everybody(...lists: readonly (readonly MailRecipient[])[]): readonly MailRecipient[] {
  const found = new Map<string, MailRecipient>();
  for (const person of lists.flat()) {
    const key = person.address.toLowerCase();
    if (!found.has(key)) found.set(key, person);
  }
  return [...found.values()];
}

function secret(kind: keyof typeof variables, server: string, { env, terminal }: Context): Promise<string> {
  const name = variables[kind];
  const found = env[name];
  if (found !== undefined) return Promise.resolve(found);
  return askSecret(terminal.t(promptFor(server)), process.stdin, text => process.stderr.write(text), noTerminal(name));
}

const promptFor = (server: string): Text => say({ en: `Password for ${server}: `, es: `Contraseña para ${server}: ` });

const noTerminal = (name: string): Text =>
  say({
    en: `A password is needed to tell the users, but there is no terminal to ask on. Put it into the environment variable ${name}.`,
    es: `Hace falta una contraseña para avisar a los usuarios, pero no hay terminal donde pedirla. Póngala en la variable de entorno ${name}.`,
  });
