import { describe, expect, it } from 'vitest';
import type { Adapter, Network } from '../facts/network.js';
import type { PlanChoices } from '../model/plan-choices.js';
import { aNetwork, anAdapter } from '../testing/facts.js';
import { aStepSituation, itemsOf, planStep, someChoices } from '../testing/run-step.js';
import { disconnectNetwork } from './disconnect-network.js';

type WayIn = ReturnType<typeof aStepSituation>['wayIn'];
const local: WayIn = { kind: 'local' };
const near: WayIn = { kind: 'ssh', localAddress: '192.168.16.2', remoteAddress: '192.168.16.77' };
const far: WayIn = { kind: 'ssh', localAddress: '192.168.16.2', remoteAddress: '203.0.113.9' };
const unknown: WayIn = { kind: 'ssh', localAddress: '192.168.16.2' };

function plan(
  path: string,
  wayIn: WayIn,
  disconnect: Partial<PlanChoices['disconnect']> = {},
  more: Partial<Network> = {},
) {
  const choices = someChoices({ disconnect: { deadManMinutes: 5, cutOwnConnection: false, ...disconnect } });
  return planStep(disconnectNetwork, { network: aNetwork(more) }, aStepSituation(path, { wayIn, choices }));
}
const brief = (...args: Parameters<typeof plan>) => {
  const result = plan(...args);
  if (result.state !== 'do') return [result.state];
  return result.items.map(item => (item.kind === 'change' ? `${item.id} ${item.deadManSeconds ?? '-'}` : item.id));
};
const route = 'disconnect-network/command:route/192.168.16.1 300';
const cable = 'disconnect-network/cable';
const twoGateways: Partial<Network> = {
  adapters: [anAdapter({ gateways: ['192.168.16.1', '192.168.16.254'] })] satisfies Adapter[],
};

describe('off the Internet, on Windows', () => {
  it.each<[string, Parameters<typeof plan>, readonly string[]]>([
    ['on the server itself', ['ws2019-ws2025', local], ['disconnect-network/command:adapter/Ethernet 300']],
    ['from its own network', ['ws2019-ws2025', near], [route, cable]],
    ['from outside', ['ws2019-ws2025', far], [route, cable]],
    ['from outside, with two ways back', ['ws2019-ws2025', far, {}, twoGateways], ['blocked']],
    ['from nobody knows where', ['ws2019-ws2025', unknown], ['blocked']],
    [
      'from nobody knows where, agreed',
      ['ws2019-ws2025', unknown, { cutOwnConnection: true }],
      ['disconnect-network/command:adapter/Ethernet -'],
    ],
    ['Windows 2000, on the server itself', ['sbs2000-sbs2003', local], [route, cable]],
    ['dial-up alone', ['sbs2000-sbs2003', local, {}, { adapters: [], dialUp: ['ADSL'] }], [cable]],
    [
      'nothing leads there',
      ['ws2019-ws2025', near, {}, { adapters: [anAdapter({ facesInternet: false })] }],
      ['nothing'],
    ],
  ])('%s', (_title, args, expected) => expect(brief(...args)).toEqual(expected));

  it('says what becomes of our own connection', () => {
    expect(plan('ws2019-ws2025', near).text.en).toBe(
      'The way to the Internet is Ethernet. Antesala’s own connection stays.',
    );
    expect(plan('ws2019-ws2025', local).text.en).toContain('works on the server itself');
    expect(plan('ws2019-ws2025', { kind: 'recording' }).text.en).toContain('Planned from a recording');
    expect(plan('ws2019-ws2025', unknown, { cutOwnConnection: true }).text.es).toContain('solo sirve el kit');
    expect(plan('ws2019-ws2025', unknown).text.en).toContain('agree in the choices that it is cut');
  });

  it('believes the host before anybody else where our connection comes from', () => {
    const sessions = { sessions: [], openFiles: [], connection: { local: '192.168.16.2', remote: '192.168.16.77' } };
    const result = planStep(
      disconnectNetwork,
      { network: aNetwork(), sessions },
      aStepSituation('ws2019-ws2025', { wayIn: unknown }),
    );
    expect(itemsOf(result).map(({ id }) => id)).toEqual(['disconnect-network/command:route/192.168.16.1', cable]);
  });

  it('keeps the way to our far end through the gateway', () => {
    const [item] = itemsOf(plan('ws2019-ws2025', far));
    const set = item?.kind === 'change' && item.resource.kind === 'command' ? item.resource.set : {};
    expect(set['off']).toMatch(/^route add 203\.0\.113\.9 mask 255\.255\.255\.255 192\.168\.16\.1 & netsh/);
  });
});

describe('off the Internet, on Linux', () => {
  const atHand = { packagesAtHand: true };
  it.each<[string, Parameters<typeof plan>, readonly string[]]>([
    ['packages come from mirrors', ['debian12-debian13', local], ['nothing']],
    ['on the server itself', ['debian12-debian13', local, atHand], ['disconnect-network/command:network/internet 300']],
    ['from its own network', ['debian12-debian13', near, atHand], ['disconnect-network/command:network/internet 300']],
    ['from outside', ['debian12-debian13', far, atHand], ['disconnect-network/command:network/internet 300']],
    ['from outside, with two ways back', ['debian12-debian13', far, atHand, twoGateways], ['blocked']],
    [
      'from nobody knows where, agreed',
      ['debian12-debian13', unknown, { ...atHand, cutOwnConnection: true }],
      ['disconnect-network/command:network/internet -'],
    ],
  ])('%s', (_title, args, expected) => expect(brief(...args)).toEqual(expected));

  it('keeps the way to our far end through the gateway', () => {
    const network = { adapters: [anAdapter({ name: 'eth0' })] };
    const [item] = itemsOf(plan('debian12-debian13', far, atHand, network));
    const set = item?.kind === 'change' && item.resource.kind === 'command' ? item.resource.set : {};
    expect(set['cut']).toMatch(/^ip -4 route replace 203\.0\.113\.9\/32 via 192\.168\.16\.1 dev eth0 metric 7331 && /);
  });
});
