import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDirectory, noSlapd, startSlapd } from '../testing/slapd.js';
import { type Directory, readRecipients } from './directory.js';
import { NotifyError } from './notify-error.js';

if (noSlapd !== undefined) console.warn(`no directory is read: ${noSlapd}`);

const many = 5000;
const head = `dn: dc=example,dc=com
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: ou=many,dc=example,dc=com
objectClass: organizationalUnit
ou: many

dn: ou=odd,dc=example,dc=com
objectClass: organizationalUnit
ou: odd

dn: ou=elsewhere,dc=example,dc=com
objectClass: referral
objectClass: extensibleObject
ou: elsewhere
ref: ldap://192.0.2.1/ou=elsewhere,dc=example,dc=com
`;
/** An entry whose values are written in base64, as LDIF wants for everything beyond ASCII. */
function entry(dn: string, classes: readonly string[], values: Readonly<Record<string, string>>): string {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  return [
    `dn:: ${base64(dn)}`,
    'objectClass: inetOrgPerson',
    ...classes.map(name => `objectClass: ${name}`),
    'sn: x',
    ...Object.entries(values).map(([name, value]) => `${name}:: ${base64(value)}`),
    '',
    '',
  ].join('\n');
}
const odd = (cn: string, values: Readonly<Record<string, string>>, ...classes: readonly string[]): string =>
  entry(`uid=${values['uid'] ?? 'x'},ou=odd,dc=example,dc=com`, classes, { cn, ...values });
const ldif = [
  head,
  odd('Ana "la jefa" Muñoz & Cía 100%', { uid: 'ana', mail: 'ana@example.com', preferredLanguage: 'es-ES, en;q=0.5' }),
  odd("O'Brien, Seán", { uid: 'sean', mail: 'Sean@example.com', preferredLanguage: 'en-IE' }),
  odd('Sean again', { uid: 'sean2', mail: 'sean@EXAMPLE.com' }),
  odd('Gone', { uid: 'gone', mail: 'gone@example.com', userAccountControl: '514' }, 'user'),
  odd('Here', { uid: 'here', mail: 'here@example.com', userAccountControl: '512', displayName: 'Quien está' }, 'user'),
  odd('PC01', { uid: 'pc', mail: 'pc01@example.com' }, 'computer'),
  odd('No address', { uid: 'none' }),
  odd('Not an address', { uid: 'bad', mail: 'a@example.com>, <b@example.com' }),
  ...Array.from({ length: many }, (_, n) =>
    entry(`uid=u${n},ou=many,dc=example,dc=com`, [], { uid: `u${n}`, cn: `User ${n}`, mail: `u${n}@example.com` }),
  ),
].join('\n');

describe.skipIf(noSlapd !== undefined)('a real directory', () => {
  let server: TestDirectory;
  const directory = (more: Partial<Directory> = {}): Directory => ({
    url: `ldap://127.0.0.1:${server.port}`,
    base: server.base,
    bindDn: server.bindDn,
    password: server.password,
    language: 'es',
    ...more,
  });
  const failure = (more: Partial<Directory>): Promise<NotifyError> =>
    readRecipients(directory(more)).then(
      () => expect.fail('it was read'),
      (error: unknown) => (error instanceof NotifyError ? error : expect.fail(String(error))),
    );

  beforeAll(async () => {
    server = await startSlapd(ldif);
  }, 60_000);
  afterAll(() => server.stop());

  it('tells people once, with their names and languages, and leaves out who is switched off', async () => {
    const found = await readRecipients(directory({ base: `ou=odd,${server.base}` }));
    expect(found).toEqual({
      recipients: [
        { address: 'ana@example.com', name: 'Ana "la jefa" Muñoz & Cía 100%', language: 'es' },
        { address: 'Sean@example.com', name: "O'Brien, Seán", language: 'en' },
        { address: 'here@example.com', name: 'Quien está', language: 'es' },
      ],
      disabled: 1,
      elsewhere: [],
    });
  });

  it(`reads ${many} users in pages, and follows no referral`, async () => {
    const found = await readRecipients(directory());
    expect(found.recipients).toHaveLength(many + 3);
    expect(new Set(found.recipients.map(({ address }) => address)).size).toBe(many + 3);
    expect(found.elsewhere).toEqual([expect.stringContaining('ldap://192.0.2.1/ou=elsewhere')]);
  });

  it('is read over an encrypted connection, or not at all', async () => {
    const url = `ldap://0.0.0.0:${server.port}`;
    const base = `ou=odd,${server.base}`;
    expect((await readRecipients(directory({ url, base, ca: server.cert }))).recipients).toHaveLength(3);
    expect((await failure({ url, base })).kind).toBe('unsafe');
    expect((await readRecipients(directory({ url: `${url}?encryption=none`, base }))).recipients).toHaveLength(3);
  });

  it.each<[string, Partial<Directory>, string, RegExp]>([
    ['a wrong password', { password: 'erronea7' }, 'login', /does not accept the name or the password/],
    ['a base that is not there', { base: 'ou=nowhere,dc=example,dc=com' }, 'refused', /nothing at “ou=nowhere/],
    ['a base that is kept elsewhere', { base: 'ou=elsewhere,dc=example,dc=com' }, 'refused', /is not followed/],
    ['a port where nobody answers', { url: 'ldap://127.0.0.1:1', timeoutSeconds: 2 }, 'unreachable', /does not answer/],
  ])('says what is wrong with %s', async (_title, more, kind, text) => {
    const error = await failure(more);
    expect(error.kind).toBe(kind);
    expect(error.text.en).toMatch(text);
    expect(error.text.es).not.toBe(error.text.en);
    expect(`${error.message}${error.text.es}`).not.toMatch(/secreto|erronea7/);
  });
});
