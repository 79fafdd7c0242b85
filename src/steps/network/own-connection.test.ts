import { describe, expect, it } from 'vitest';
import { aStepSituation } from '../../testing/run-step.js';
import { anAdapter } from '../../testing/facts.js';
import { ownConnection } from './own-connection.js';

const internet = anAdapter({ addresses: ['192.168.16.2/24', '2001:db8:1::2/64'] });
const inside = anAdapter({ name: 'LAN', addresses: ['10.0.0.2/8'], gateways: [], facesInternet: false });
type WayIn = ReturnType<typeof aStepSituation>['wayIn'];
const ssh = (localAddress?: string, remoteAddress?: string): WayIn => ({
  kind: 'ssh',
  ...(localAddress === undefined ? {} : { localAddress }),
  ...(remoteAddress === undefined ? {} : { remoteAddress }),
});

describe('our own connection', () => {
  it.each<[string, WayIn, string]>([
    ['on the server itself', { kind: 'local' }, 'none'],
    ['the kit', { kind: 'kit' }, 'none'],
    ['the loopback', ssh('127.0.0.1', '127.0.0.1'), 'none'],
    ['from the same network', ssh('192.168.16.2', '192.168.16.77'), 'same-network'],
    ['mapped', ssh('::ffff:192.168.16.2', '::ffff:192.168.16.77'), 'same-network'],
    ['over IPv6', ssh('2001:DB8:1::2', '2001:db8:1::77'), 'same-network'],
    ['with a zone', ssh('2001:db8:1::2%eth0', '2001:db8:1::77'), 'same-network'],
    ['over another adapter', ssh('10.0.0.2', '10.200.3.4'), 'elsewhere'],
    ['to this adapter, from a network of another', ssh('192.168.16.2', '10.200.3.4'), 'elsewhere'],
    ['from outside', ssh('192.168.16.2', '203.0.113.9'), 'through-gateway'],
    ['just outside the network', ssh('192.168.16.2', '192.168.17.1'), 'through-gateway'],
    ['from where is not known', ssh('192.168.16.2'), 'unknown'],
    ['over an address nobody has', ssh('172.16.0.1', '172.16.0.2'), 'unknown'],
    ['no address', ssh('server', 'desk'), 'unknown'],
  ])('%s', (_title, wayIn, state) => expect(ownConnection(wayIn, [internet, inside]).state).toBe(state));

  it('bears nonsense for a prefix', () =>
    expect(ownConnection(ssh('10.0.0.2', '10.0.0.3'), [anAdapter({ addresses: ['10.0.0.2/99'] })]).state).toBe(
      'through-gateway',
    ));
});
