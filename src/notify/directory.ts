import { isIP } from 'node:net';
import { Client, type Entry } from 'ldapts';
import type { Language } from '../i18n/text.js';
import type { MailRecipient } from '../model/plan-choices.js';
import { directoryError } from './directory-error.js';
import { serverAddress } from './server-address.js';

export interface Directory {
  /** `ldap://host`, `ldaps://host:636`. */
  readonly url: string;
  readonly base: string;
  readonly bindDn?: string;
  /** From the environment or asked for; never kept. */
  readonly password?: string;
  readonly ca?: string;
  /** For those whose entry names none. */
  readonly language: Language;
  readonly timeoutSeconds?: number;
}

export interface DirectoryUsers {
  readonly recipients: readonly MailRecipient[];
  /** Accounts that are switched off, and are not written to. */
  readonly disabled: number;
  /** Parts of the directory that are kept elsewhere; they are not followed, since nobody said that they are trusted. */
  readonly elsewhere: readonly string[];
}

/** People, whatever the directory calls them; neither computers nor contacts of others. */
const people = '(&(mail=*)(|(objectClass=user)(objectClass=inetOrgPerson))(!(objectClass=computer)))';

/**
 * Reads whom to write to from a directory (Active Directory, OpenLDAP): each user with a mail address, once, in pages.
 *
 * @throws NotifyError when it does not answer, refuses the login, would be asked unencrypted, or has no such base
 * @throws InputError when the address is none
 */
export async function readRecipients(directory: Directory): Promise<DirectoryUsers> {
  const address = serverAddress('ldap', directory.url);
  const patience = (directory.timeoutSeconds ?? 20) * 1000;
  const tlsOptions = {
    // whose certificate it must be; an address is none of the names TLS can ask for
    host: address.host,
    ...(isIP(address.host) === 0 ? { servername: address.host } : {}),
    ...(directory.ca === undefined ? {} : { ca: directory.ca }),
  };
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  const client = new Client({
    url: `${address.encryption === 'tls' ? 'ldaps' : 'ldap'}://${host}:${address.port}`,
    connectTimeout: patience,
    timeout: patience,
    ...(address.encryption === 'tls' ? { tlsOptions } : {}),
  });
  try {
    // without a login nothing of ours is told; what is read may be read by anybody
    if (address.encryption === 'starttls' && directory.bindDn !== undefined) await client.startTLS(tlsOptions);
    if (directory.bindDn !== undefined) await client.bind(directory.bindDn, directory.password ?? '');
    const { searchEntries, searchReferences } = await client.search(directory.base, {
      scope: 'sub',
      filter: people,
      paged: { pageSize: 500 },
      attributes: ['mail', 'displayName', 'cn', 'preferredLanguage', 'userAccountControl', 'pwdAccountLockedTime'],
    });
    return usersOf(searchEntries, searchReferences, directory.language);
  } catch (error) {
    throw directoryError(error, address.host, directory.base);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

function usersOf(entries: readonly Entry[], elsewhere: readonly string[], language: Language): DirectoryUsers {
  const found = new Map<string, MailRecipient>();
  let disabled = 0;
  for (const entry of entries) {
    const address = first(entry['mail']);
    if (address === undefined || !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address)) continue;
    if (isDisabled(entry)) {
      disabled += 1;
      continue;
    }
    const name = first(entry['displayName']) ?? first(entry['cn']);
    const key = address.toLowerCase();
    if (found.has(key)) continue;
    found.set(key, {
      address,
      ...(name === undefined ? {} : { name }),
      language: languageOf(first(entry['preferredLanguage'])) ?? language,
    });
  }
  return { recipients: [...found.values()], disabled, elsewhere };
}

/**
 * ADS_UF_ACCOUNTDISABLE is bit 2 of userAccountControl. It is looked at here and not in the filter: OpenLDAP does not know the rule that
 * compares bits, and would then find nobody. pwdAccountLockedTime of 0000… is OpenLDAP's account that stays locked (slapo-ppolicy(5)).
 */
function isDisabled(entry: Entry): boolean {
  const control = Number(first(entry['userAccountControl']) ?? 0);
  return (control & 2) !== 0 || (first(entry['pwdAccountLockedTime'])?.startsWith('000001010000') ?? false);
}

function first(value: Entry[string] | undefined): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  const text = Buffer.isBuffer(one) ? one.toString('utf8') : one;
  return text?.trim() || undefined;
}

/** As Accept-Language writes it (RFC 2798): `es-ES, en;q=0.5`; the first one we speak. */
function languageOf(preferred: string | undefined): Language | undefined {
  const tags = preferred?.toLowerCase().split(',') ?? [];
  for (const tag of tags.map(one => one.trim())) {
    if (tag.startsWith('es')) return 'es';
    if (tag.startsWith('en')) return 'en';
  }
  return undefined;
}
