import { describe, expect, it } from 'vitest';
import { aNetwork, anAdapter, anIdentity } from '../../testing/facts.js';
import { isFieldId, namesASecret } from './fields.js';
import { type ConnectionFacts, connectionSheet, missingFields } from './sheet.js';

const noMail = { software: [], domains: [], smartHost: undefined, queued: undefined };
const facts = (more: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  identity: anIdentity(),
  network: aNetwork(),
  mail: noMail,
  certificates: { certificates: [] },
  ...more,
});
const sheet = (more: Partial<ConnectionFacts> = {}, connection: Readonly<Record<string, string>> = {}) =>
  connectionSheet(facts(more), { connection });
const line = (id: string, ...args: Parameters<typeof sheet>) => sheet(...args).fields.find(field => field.id === id);
const missing = (...args: Parameters<typeof sheet>) => missingFields(sheet(...args)).map(({ id }) => id);

describe('the connection sheet', () => {
  it.each([
    ['host-name', ['server']],
    ['domain', ['example.local']],
    ['adapter', ['Ethernet (Acme Gigabit Adapter, 00:11:22:33:44:55)']],
    ['addresses', ['192.168.16.2/24']],
    ['gateway', ['192.168.16.1']],
    ['dns', ['192.168.16.2']],
  ])('has from the server: %s', (id, values) => expect(line(id)).toMatchObject({ values, by: 'server' }));

  it('has mail, certificates and the public address', () => {
    const more: Partial<ConnectionFacts> = {
      mail: { software: ['exchange'], domains: ['example.com'], smartHost: 'smtp.provider.example', queued: 0 },
      network: aNetwork({ adapters: [anAdapter({ addresses: ['203.0.113.5/29', '10.0.0.2/8', '2001:db8::5/64'] })] }),
      certificates: {
        certificates: [
          {
            subject: 'CN=mail.example.com',
            issuer: undefined,
            notBefore: undefined,
            notAfter: '2027-01-31T00:00:00.000Z',
            place: 'My',
            thumbprint: undefined,
          },
        ],
      },
    };
    expect(line('mail-delivery', more)?.values).toEqual(['smtp.provider.example']);
    expect(line('certificates', more)?.values).toEqual(['CN=mail.example.com → 2027-01-31 (My)']);
    expect(line('public-address', more)?.values).toEqual(['203.0.113.5/29', '2001:db8::5/64']);
  });

  it.each<[string, Partial<ConnectionFacts>, readonly string[]]>([
    ['nothing, on a server with everything', {}, []],
    ['mail, when it could not be read', { mail: undefined }, ['mail-domains', 'mail-delivery']],
    [
      'how mail is delivered and fetched',
      { mail: { software: ['exchange', 'pop3-connector'], domains: ['example.com'], smartHost: undefined, queued: 0 } },
      ['mail-delivery', 'mail-retrieval'],
    ],
    [
      'the provider’s user, and who keeps the password',
      { network: aNetwork({ dialUp: ['ADSL'], adapters: [anAdapter({ facesInternet: false })] }) },
      ['dns', 'provider-user', 'provider-password-kept-by'],
    ],
    [
      'the way out, when there is none',
      { network: aNetwork({ adapters: [] }) },
      ['adapter', 'addresses', 'gateway', 'dns'],
    ],
    [
      'no addresses where they come by themselves',
      { network: aNetwork({ adapters: [anAdapter({ dhcp: true, addresses: [], gateways: [] })] }) },
      [],
    ],
  ])('asks for %s', (_title, more, expected) => expect(missing(more)).toEqual(expected));

  it('takes what a person wrote, line by line, before what the server says', () => {
    expect(line('dns', {}, { dns: '1.1.1.1\n9.9.9.9 ' })).toMatchObject({
      by: 'person',
      values: ['1.1.1.1', '9.9.9.9'],
    });
    expect(line('dns', {}, { dns: '  ' })).toMatchObject({ by: 'server' });
    expect(missing({ mail: undefined }, { 'mail-domains': 'example.com' })).toEqual(['mail-delivery']);
  });

  it('has a line for who keeps the password, and none for the password', () => {
    expect(isFieldId('provider-password-kept-by')).toBe(true);
    expect(namesASecret('provider-password-kept-by')).toBe(false);
    for (const name of ['password', 'provider-password', 'contraseña', 'clave', 'wifi-pin', 'token']) {
      expect([isFieldId(name), namesASecret(name)]).toEqual([false, true]);
    }
    expect(isFieldId('constructor')).toBe(false);
  });
});
