import { describe, expect, it } from 'vitest';
import { runCheck } from '../testing/run-check.js';
import { connectionSheet } from './connection-sheet.js';

const adapter = {
  name: 'LAN',
  facesInternet: true,
  addresses: ['192.168.16.2/24'],
  gateways: ['192.168.16.1'],
  dns: ['192.168.16.2'],
};
const network = { adapters: [adapter], dnsDomain: 'empresa.local', dialUp: [] };
const text = (values: Readonly<Record<string, unknown>>) => runCheck(connectionSheet, values)[0]?.text.en ?? '';

describe('connection sheet', () => {
  it('lists what the server knows', () => {
    const [outcome] = runCheck(connectionSheet, { network, mail: { software: [], domains: [], smartHost: undefined } });
    expect(outcome).toMatchObject({
      state: 'manual',
      evidence: { gateways: ['192.168.16.1'], domain: 'empresa.local' },
    });
    expect(outcome?.text.es).toBe(
      'Datos del servidor: adaptador LAN; dirección 192.168.16.2/24; puerta de enlace 192.168.16.1; DNS 192.168.16.2; dominio empresa.local.',
    );
  });

  it.each([
    ['no adapter', { network: { ...network, adapters: [] }, mail: { software: [], domains: [] } }, 'gateway'],
    [
      'mail without a smart host',
      { network, mail: { software: ['postfix'], domains: [], smartHost: undefined } },
      'how mail is delivered',
    ],
    ['mail not known', { network }, 'how mail is delivered'],
    [
      'a dial-up line',
      { network: { ...network, dialUp: ['ADSL'] }, mail: { software: [], domains: [] } },
      'user and password',
    ],
  ])('%s', (_, values, expected) => expect(text(values)).toContain(expected));
});
