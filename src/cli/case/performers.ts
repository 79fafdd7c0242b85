import type { Performers } from '../../engine/acts.js';
import { choicesOf, latest, recordingWith } from '../../engine/case/stored.js';
import { logOffPeople } from '../../engine/log-off.js';
import type { CaseLog } from '../../model/case-log.js';
import type { Context } from '../context.js';

/** Who does what does not happen on the server alone. Passwords of mail server and directory come from the environment. */
export function performers(log: CaseLog, { env, now, terminal }: Context): Performers {
  return {
    logOff: logOffPeople,
    async mail(item) {
      const { mailPeople } = await import('../../engine/mail-people.js');
      const gathered = latest(log.events, 'facts-gathered');
      const computer = gathered && (await recordingWith(log, gathered.recording)).computer;
      return mailPeople(item, {
        choices: choicesOf(log.events),
        server: computer ?? '',
        language: terminal.language,
        now,
        smtpPassword: env['ANTESALA_SMTP_PASSWORD'],
        ldapPassword: env['ANTESALA_LDAP_PASSWORD'],
      });
    },
  };
}
