import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { mailOnLinux } from './mail.linux.js';

/** Postfix 3.7 of Debian 12: the form of postconf -x as recorded. */
const postfix = `
::postfix
mydestination = srv.empresa.example, localdomain, localhost, localhost.localdomain, localhost
virtual_mailbox_domains = empresa.example hash:/etc/postfix/domains
virtual_alias_domains = 
relay_domains = srv.empresa.example
relayhost = [smtp.proveedor.example]:587

::exim

::queue
3

::programs
/usr/sbin/postconf
`;
/** update-exim4.conf(8). */
const exim = `
::exim
dc_eximconfig_configtype='smarthost'
dc_other_hostnames='empresa.example;srv'
dc_relay_domains=''
dc_smarthost='mail.example.net::587'

::queue
0
`;

describe('mail settings of a Linux server', () => {
  it('Postfix and Dovecot', () => {
    const packages = text('amd64\npostfix 3.7.11 *\ndovecot-core 1:2.3.19\n');
    expect(valueWith(mailOnLinux, { settings: text(postfix), packages })).toEqual({
      software: ['postfix', 'dovecot'],
      domains: ['srv.empresa.example', 'empresa.example'],
      smartHost: '[smtp.proveedor.example]:587',
      queued: 3,
    });
  });

  it('Exim as Debian configures it (from its manual)', () => {
    const packages = text('amd64\nexim4-daemon-light 4.96\nbash 5\n');
    expect(valueWith(mailOnLinux, { settings: text(exim), packages })).toEqual({
      software: ['exim4'],
      domains: ['empresa.example'],
      smartHost: 'mail.example.net::587',
      queued: 0,
    });
  });

  it('none, and a queue that could not be counted', () => {
    const nothing = text('\n::postfix\n\n::exim\n\n::queue\n\n::programs\n');
    expect(valueWith(mailOnLinux, { settings: nothing, packages: text('amd64\nbash 5\n') })).toEqual({
      software: [],
      domains: [],
      smartHost: undefined,
      queued: undefined,
    });
    expect(reasonWith(mailOnLinux, { settings: nothing }).es).toContain('software de correo');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(mailOnLinux, [postfix, exim])).not.toThrow();
  });
});
