import type { Language } from '../i18n/text.js';
import type { MailRecipient, PlanChoices } from '../model/plan-choices.js';
import type { PlannedMail } from '../model/step.js';
import { readRecipients } from '../notify/directory.js';
import { NotifyError } from '../notify/notify-error.js';
import { sendNotices } from '../notify/send-notices.js';
import { noticeFor } from '../steps/people/notice.js';
import type { ActResult } from './acts.js';

/** What is needed to write to people. Passwords come from the environment or are asked for, and are never kept. */
export interface MailSettings {
  readonly choices: PlanChoices;
  /** The server's name, as people know it. */
  readonly server: string;
  /** For those of whom the directory says none. */
  readonly language: Language;
  readonly now: () => Date;
  readonly smtpPassword?: string | undefined;
  readonly ldapPassword?: string | undefined;
}

/**
 * Writes to everybody who is to be told. Who was reached and who was not stands in the result; that one is refused keeps nobody else from
 * being told, and is no failure of the step: a person sees it in the report. A server that cannot be used, or is lost half way, is one.
 */
export async function mailPeople(item: PlannedMail, settings: MailSettings): Promise<ActResult> {
  const { notify, window } = settings.choices;
  if (notify.smtp === undefined || notify.from === undefined || !window) {
    return { outcome: 'failed', why: 'the choices name no mail server, sender or window' };
  }
  try {
    const { recipients, disabled } = await everybody(item, settings);
    if (recipients.length === 0) return { outcome: 'failed', why: 'there is nobody to write to' };
    const about = { server: settings.server, window, note: notify.note, stamp: settings.now().toISOString() };
    const messages = recipients.map(to => noticeFor(to, about));
    const { smtpPassword } = settings;
    const sent = await sendNotices(
      { url: notify.smtp, from: notify.from, ...(smtpPassword === undefined ? {} : { password: smtpPassword }) },
      messages,
    );
    const reached = sent.filter(one => one.outcome === 'sent').map(one => one.address);
    const notReached = sent
      .filter(one => one.outcome !== 'sent')
      .map(one => `${one.address}: ${one.why ?? one.outcome}`);
    const data = { reached, notReached, accountsSwitchedOff: disabled };
    const lost = sent.find(one => one.outcome === 'not-sent');
    if (lost) return { outcome: 'failed', why: lost.why ?? 'the mail server was lost', data };
    return reached.length > 0
      ? { outcome: 'done', data }
      : { outcome: 'failed', why: 'the mail server refused every recipient', data };
  } catch (error) {
    if (error instanceof NotifyError) return { outcome: 'failed', why: error.message };
    throw error;
  }
}

/** Those named, and those of the directory; nobody twice. */
async function everybody(
  item: PlannedMail,
  { choices, language, ldapPassword }: MailSettings,
): Promise<{ readonly recipients: readonly MailRecipient[]; readonly disabled: number }> {
  const { ldap } = choices.notify;
  const found = ldap
    ? await readRecipients({ ...ldap, language, ...(ldapPassword === undefined ? {} : { password: ldapPassword }) })
    : { recipients: [], disabled: 0 };
  const byAddress = new Map<string, MailRecipient>();
  for (const one of [...item.to, ...found.recipients]) {
    const key = one.address.toLowerCase();
    if (!byAddress.has(key)) byAddress.set(key, one);
  }
  return { recipients: [...byAddress.values()], disabled: found.disabled };
}
