import { describe, expect, it } from 'vitest';
import { aNetwork, anAdapter, anIdentity } from '../testing/facts.js';
import { aStepSituation, itemsOf, planStep, someChoices } from '../testing/run-step.js';
import { internetConnectionInfo } from './internet-connection-info.js';

const mail = { software: ['exchange'], domains: ['example.com'], smartHost: undefined, queued: 0 };
const plan = (connection: Readonly<Record<string, string>> = {}, network = aNetwork()) =>
  planStep(
    internetConnectionInfo,
    { identity: anIdentity(), network, mail, certificates: { certificates: [] } },
    aStepSituation('sbs2000-sbs2003', { choices: someChoices({ connection }) }),
  );

describe('the connection sheet', () => {
  it('asks only for what is missing', () => {
    const result = plan();
    expect(result.text.es).toBe(
      'Todavía falta en la hoja: Cómo se entrega el correo: el servidor del proveedor (smart host) o DNS.',
    );
    expect(itemsOf(result)).toMatchObject([
      {
        id: 'internet-connection-info/mail-delivery',
        kind: 'person',
        text: { en: expect.stringContaining('“connection.mail-delivery”') as string },
      },
    ]);
  });

  it('is complete once a person has written it', () =>
    expect(plan({ 'mail-delivery': 'DNS' })).toMatchObject({ state: 'nothing' }));

  it('asks who keeps the password of a provider', () => {
    const dial = aNetwork({ dialUp: ['ADSL'], adapters: [anAdapter()] });
    expect(itemsOf(plan({ 'mail-delivery': 'DNS' }, dial)).map(({ id }) => id)).toEqual([
      'internet-connection-info/provider-user',
      'internet-connection-info/provider-password-kept-by',
    ]);
  });

  it('takes no password, and says where it belongs', () => {
    const result = plan({ 'provider-password': 'x' });
    expect(result.state).toBe('blocked');
    expect(result.text.en).toContain('take provider-password out of the choices');
    expect(plan({ gatway: '10.0.0.1' }).text.en).toMatch(
      /^The connection sheet has no such line: gatway\. Its lines: host-name, /,
    );
  });
});
