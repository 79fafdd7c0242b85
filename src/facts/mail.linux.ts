import { say } from '../i18n/text.js';
import { known, missing, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { fieldsOf, partsOf, textOf, unquoted, wholeNumber, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesNamed, packagesOf } from './linux/packages.js';
import { asked, linesOfFiles, listed, part, where, whereFound } from './linux/pieces.js';
import type { Mail } from './mail.js';

const settings: CommandQuestion = {
  kind: 'command',
  id: 'mail-linux',
  ...asked(
    part(
      'postfix',
      whereFound(
        'postconf',
        'command -v postconf >/dev/null && postconf -x mydestination virtual_mailbox_domains virtual_alias_domains relay_domains relayhost 2>/dev/null',
      ),
    ),
    linesOfFiles({
      part: 'exim',
      files: '/etc/exim4/update-exim4.conf.conf',
      like: '^dc_(other_hostnames|relay_domains|smarthost|eximconfig_configtype)=',
    }),
    part(
      'queue',
      where(
        '/var/spool/postfix /var/spool/exim4/input',
        'cd /var/spool/postfix 2>/dev/null && [ -r deferred ] && find active deferred hold incoming maildrop -type f 2>/dev/null | wc -l; cd /var/spool/exim4/input 2>/dev/null && find . -name "*-H" | wc -l',
      ),
    ),
    part(
      'programs',
      listed('/usr/sbin/postconf /usr/sbin/exim4 /usr/sbin/dovecot /usr/lib/sm.bin/sendmail /usr/sbin/sendmail-mta'),
    ),
  ),
};

const packagesOfSoftware: readonly (readonly [string, RegExp])[] = [
  ['postfix', /^postfix$/gm],
  ['exim4', /^exim4-daemon-.*$/gm],
  ['sendmail', /^sendmail-bin$/gm],
  ['dovecot', /^dovecot-core$/gm],
];

/** Postfix (postconf(1)), Exim as Debian configures it (update-exim4.conf(8)), sendmail and Dovecot. */
export const mailOnLinux = reader({
  questions: { settings, packages: dpkgPackages },
  parse({ settings, packages }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const dpkg = packagesOf(packages);
    const programs = (parts.get('programs') ?? []).join('\n');
    if (!dpkg && programs === '') return nothingKnown;
    const postfix = fieldsOf(parts.get('postfix') ?? [], '=');
    const exim = fieldsOf(parts.get('exim') ?? [], '=');
    const domains = ['mydestination', 'virtual_mailbox_domains', 'virtual_alias_domains', 'relay_domains'].flatMap(
      name => domainsOf(postfix.get(name), /[\s,]+/),
    );
    for (const name of ['dc_other_hostnames', 'dc_relay_domains'])
      domains.push(...domainsOf(unquoted(exim.get(name) ?? ''), /\s*[;:]\s*/));
    const counts = (parts.get('queue') ?? []).flatMap(line => wholeNumber(line.trim()) ?? []);
    return known<Mail>({
      software: packagesOfSoftware
        .filter(([name, pattern]) => packagesNamed(dpkg, pattern).length > 0 || programs.includes(`/${name}`))
        .map(([name]) => name),
      domains: [...new Set(domains)],
      smartHost: postfix.get('relayhost') || unquoted(exim.get('dc_smarthost') ?? '') || undefined,
      queued: counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0),
    });
  },
});

const nothingKnown = missing(
  say({
    en: 'Neither the packages nor the programs of the server could be read, so its mail software is not known.',
    es: 'No se han podido leer ni los paquetes ni los programas del servidor, por lo que no se conoce su software de correo.',
  }),
);

/** Names of domains; tables (`hash:/etc/…`) and the names every host has are left out. */
function domainsOf(value: string | undefined, between: RegExp): string[] {
  return (value ?? '')
    .split(between)
    .filter(name => /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/.test(name) && !/^localhost(\.localdomain)?$/.test(name));
}
