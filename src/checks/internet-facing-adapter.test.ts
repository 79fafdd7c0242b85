import { expect, it } from 'vitest';
import { linuxSituation, runCheck } from '../testing/run-check.js';
import { internetFacingAdapter } from './internet-facing-adapter.js';

const adapter = (facesInternet: boolean) => ({ name: 'eth0', facesInternet, gateways: ['10.0.0.1'] });

it.each([
  ['one', [adapter(true), adapter(false)], 'pass'],
  ['none', [adapter(false)], 'warn'],
  ['no adapter at all', [], 'warn'],
])('%s', (_, adapters, expected) =>
  expect(runCheck(internetFacingAdapter, { network: { adapters } })[0]?.state).toBe(expected),
);

it('says that we ourselves come in over the network', () => {
  const say = (host: string) =>
    runCheck(
      internetFacingAdapter,
      { network: { adapters: [adapter(true)] } },
      { ...linuxSituation, recording: { ...linuxSituation.recording, host } },
    )[0]?.text.en;
  expect(say('ssh://a')).toContain('came in over the network');
  expect(say('local')).not.toContain('came in over the network');
});
