import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, hostAndPort, parseAddress, parseHop } from './address.js';
import { HostError } from './host-error.js';

const good: readonly (readonly [string, object])[] = [
  ['local', { kind: 'local' }],
  ['ssh://server', { kind: 'ssh', host: 'server' }],
  ['SSH://server', { kind: 'ssh', host: 'server' }],
  ['ssh://server/', { kind: 'ssh', host: 'server' }],
  ['ssh://ana@server', { kind: 'ssh', host: 'server', user: 'ana' }],
  ['ssh://ana@server:2222', { kind: 'ssh', host: 'server', user: 'ana', port: 2222 }],
  ['ssh://ana@[fd00::10]', { kind: 'ssh', host: 'fd00::10', user: 'ana' }],
  ['ssh://ana@[::1]:2222', { kind: 'ssh', host: '::1', user: 'ana', port: 2222 }],
  ['ssh://[fe80::1%25eth0]', { kind: 'ssh', host: 'fe80::1%eth0' }],
  ['ssh://CONTOSO%5Cana@server', { kind: 'ssh', host: 'server', user: 'CONTOSO\\ana' }],
  ['ssh://ana@contoso.local@server', { kind: 'ssh', host: 'server', user: 'ana@contoso.local' }],
  ['ssh://Jos%C3%A9@server', { kind: 'ssh', host: 'server', user: 'José' }],
  ['ssh://192.168.1.10', { kind: 'ssh', host: '192.168.1.10' }],
  ['ssh://señor.local', { kind: 'ssh', host: 'xn--seor-hqa.local' }],
  ['lab:sbs2000-es', { kind: 'lab', lab: 'sbs2000-es' }],
  ['recordings/dc1.recording.json', { kind: 'file', path: 'recordings/dc1.recording.json' }],
  ['C:\\kit\\result.txt', { kind: 'file', path: 'C:\\kit\\result.txt' }],
  ['-', { kind: 'file', path: '-' }],
];

const bad: readonly (readonly [string, RegExp])[] = [
  ['', /Write `local`/],
  ['http://server', /`http:\/\/`/],
  ['winrm://server', /`winrm:\/\/`/],
  ['ssh://', /names no machine/],
  ['ssh://ana@', /names no machine/],
  ['ssh://@server', /user name before the @/],
  ['ssh://a%22b@server', /user name before the @/],
  ['ssh://a%0Ab@server', /user name before the @/],
  ['ssh://ana:secreto@server', /password does not belong/],
  ['ssh://server:0', /1 to 65535/],
  ['ssh://server:65536', /1 to 65535/],
  ['ssh://server:', /1 to 65535/],
  ['ssh://server:22x', /names no machine/],
  ['ssh://fd00::10', /names no machine/],
  ['ssh://[fd00::10', /names no machine/],
  ['ssh://[server]', /names no machine/],
  ['ssh://server/etc', /names no machine/],
  ['ssh://-oProxyCommand=x', /names no machine/],
  ['ssh://a b', /names no machine/],
  ['ssh://server%2Fx', /names no machine/],
  ['ssh://100%', /begins no code/],
  ['lab:', /name of a host of the lab/],
  ['lab:../x', /name of a host of the lab/],
  ['a\0b', /Write `local`/],
];

describe('parseAddress', () => {
  it.each(good)('reads %s', (text, address) => expect(parseAddress(text)).toEqual(address));

  it.each(bad)('refuses %j', (text, sentence) => {
    const error = refusal(() => parseAddress(text));
    expect(error.kind).toBe('bad-address');
    expect(error.text.en).toMatch(sentence);
    expect(error.text.es).not.toBe(error.text.en);
  });

  it('never repeats a password that stood in the address', () => {
    const error = refusal(() => parseAddress('ssh://ana:secreto@server'));
    expect(error.text.en + error.text.es + error.message).not.toContain('secreto');
  });

  it('answers or refuses any text, and nothing else', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map(rest => `ssh://${rest}`),
      fc.stringMatching(/^ssh:\/\/[\w%@:[\].-]*$/),
    );
    fc.assert(
      fc.property(texts, text => {
        const address = readOrRefused(text);
        return address?.kind !== 'ssh' || /^[A-Za-z0-9_:][^\s"/@\\]*$/.test(address.host);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseHop', () => {
  it.each([
    ['gate', { host: 'gate' }],
    [' ana@gate:22 ', { host: 'gate', user: 'ana', port: 22 }],
    ['ssh://ana@gate', { host: 'gate', user: 'ana' }],
  ])('reads %j', (text, hop) => expect(parseHop(text)).toEqual(hop));

  it('refuses a hop without a machine', () => expect(refusal(() => parseHop('ana@')).kind).toBe('bad-address'));
});

describe('hostAndPort', () => {
  it.each([
    [{ host: 'server' }, 'server'],
    [{ host: 'server', port: 22 }, 'server'],
    [{ host: 'server', port: 2222 }, 'server:2222'],
    [{ host: '::1', port: 2222 }, '[::1]:2222'],
  ])('writes %j', (address, text) => expect(hostAndPort(address)).toBe(text));
});

/** Nothing when it was refused with a sentence; any other error fails the test. */
function readOrRefused(text: string): Address | undefined {
  try {
    return parseAddress(text);
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

function refusal(action: () => unknown): HostError {
  try {
    action();
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('was not refused');
}
