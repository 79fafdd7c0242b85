import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isDeviceName, noWayOut } from './linux-lines.js';

/** Why real routes cannot be tried here; undefined when they can. */
function noNamespace(): string | undefined {
  try {
    execFileSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `network namespaces need root and iproute2 (${error instanceof Error ? error.message.split('\n')[0] : 'no'})`;
  }
}
const reason = noNamespace();
if (reason !== undefined) console.warn(`real routes are not tried: ${reason}`);

/** In a network of its own with an address, a default route with a metric and an internal route; prints what `script` prints. */
const inNetwork = (script: string): readonly string[] =>
  execFileSync(
    'unshare',
    [
      '-n',
      'sh',
      '-c',
      `ip link set lo up; ip addr add 10.9.0.2/24 dev lo; ip route add default via 10.9.0.1 dev lo proto dhcp metric 100; ip route add 10.0.0.0/8 via 10.9.0.1; show() { ip route; ip -6 route; }; reach() { ip route get $1 >/dev/null 2>&1 && echo yes || echo no; }; ${script}`,
    ],
    { encoding: 'utf8' },
  )
    .trim()
    .split('\n');

describe.skipIf(reason !== undefined)('the way to the Internet, on real routes', () => {
  const { look, set } = noWayOut();

  it('is cut, with what is near still reached, and is exactly as before when opened', () => {
    const out = inNetwork(
      `b=$(show); ${look}; reach 8.8.8.8; ${set['cut']}; ${look}; reach 8.8.8.8; reach 198.51.100.1; reach 10.9.0.7; reach 10.50.0.1; ${set['open']}; ${look}; reach 8.8.8.8; [ "$b" = "$(show)" ] && echo same`,
    );
    expect(out).toEqual(['open', 'yes', 'cut', 'no', 'no', 'yes', 'yes', 'open', 'yes', 'same']);
  });

  it('says when it is neither, and can be set from there', () =>
    expect(
      inNetwork(`ip route add unreachable 0.0.0.0/1; ${look}; ${set['cut']}; ${look}; ${set['cut']}; ${look}`),
    ).toEqual(['partly', 'cut', 'cut']));

  it('keeps the way to our far end', () => {
    const kept = noWayOut({ remote: '203.0.113.9', gateway: '10.9.0.1', device: 'lo' });
    const out = inNetwork(
      `b=$(show); ${kept.set['cut']}; reach 203.0.113.9; reach 203.0.113.10; ${kept.set['open']}; ${kept.look}; [ "$b" = "$(show)" ] && echo same`,
    );
    expect(out).toEqual(['yes', 'no', 'open', 'same']);
  });
});

it.each([
  ['eth0', true],
  ['enp0s31f6.100', true],
  ['br-lan@eth0', true],
  ['', false],
  ['-x', false],
  ['a b', false],
  ['eth0;reboot', false],
])('%j is a device’s name: %s', (name, expected) => expect(isDeviceName(name)).toBe(expected));
