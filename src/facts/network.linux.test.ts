import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { networkOnLinux } from './network.linux.js';

/** Debian 12, iproute2 6.1, recorded and shortened. */
const recorded = `
::name
vm

::addresses
[{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP","LOWER_UP"],"mtu":65536,"operstate":"UNKNOWN","link_type":"loopback","address":"00:00:00:00:00:00","addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8,"scope":"host"}]},{"ifindex":2,"ifname":"ifb0","flags":["BROADCAST","NOARP"],"mtu":1500,"operstate":"DOWN","link_type":"ether","address":"46:8d:31:00:00:01","addr_info":[]},{"ifindex":4,"ifname":"eth0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"operstate":"UP","link_type":"ether","address":"06:00:ac:10:00:02","addr_info":[{"family":"inet","local":"192.0.2.2","prefixlen":24,"scope":"global","dynamic":true},{"family":"inet6","local":"fd00::2","prefixlen":64,"scope":"global"},{"family":"inet6","local":"fe80::1","prefixlen":64,"scope":"link"}]}]

::routes
[{"dst":"default","gateway":"192.0.2.1","dev":"eth0","flags":[]}]

[{"dst":"default","gateway":"fd00::1","dev":"eth0","metric":1024,"flags":[],"pref":"medium"}]

::devices
eth0/device
eth0/speed:1000

::resolver
search empresa.example
nameserver 192.0.2.53

::peers
provider
dsl-provider

::proxy
Acquire::http::Proxy "http://ana:clave@proxy.example:3128";

::ifupdown
iface lo inet loopback
iface eth0 inet dhcp

::netplan

::networkd
`;
const units = text(
  `systemd\nNetworkManager.service\tactive\tenabled\t/lib/systemd/system/NetworkManager.service\t\t\t\t\t\tx\t/x\n`,
);

describe('network of a Linux server', () => {
  it.each(['', '::name\n', '::name\n\n'])('a host name that is not told (%j) is missing, not empty', lines => {
    const { hostName, adapters } = valueWith(networkOnLinux, { settings: text(`${lines}::proxy\n`) });
    expect({ hostName, adapters }).toEqual({ hostName: undefined, adapters: [] });
  });

  it('Debian 12 (recorded)', () => {
    const found = valueWith(networkOnLinux, { settings: text(recorded) });
    expect(found).toMatchObject({
      hostName: 'vm',
      dnsDomain: 'empresa.example',
      dialUp: ['dsl-provider'],
      proxy: 'http://proxy.example:3128',
      configuredBy: ['ifupdown'],
    });
    expect(found.adapters).toEqual([
      {
        name: 'ifb0',
        description: undefined,
        mac: '46:8d:31:00:00:01',
        enabled: false,
        up: false,
        virtual: true,
        team: undefined,
        addresses: [],
        gateways: [],
        dns: [],
        dhcp: undefined,
        facesInternet: false,
        speedMegabits: undefined,
      },
      {
        name: 'eth0',
        description: undefined,
        mac: '06:00:ac:10:00:02',
        enabled: true,
        up: true,
        virtual: false,
        team: undefined,
        addresses: ['192.0.2.2/24', 'fd00::2/64'],
        gateways: ['192.0.2.1', 'fd00::1'],
        dns: ['192.0.2.53'],
        dhcp: true,
        facesInternet: true,
        speedMegabits: 1000,
      },
    ]);
  });

  it('a bond and its members; who configures it (in the form recorded)', () => {
    const bond = `
::name
srv
empresa.local
::addresses
[{"ifname":"bond0","flags":["UP","LOWER_UP"],"operstate":"UP","link_type":"ether","address":"aa","addr_info":[{"family":"inet","local":"10.0.0.2","prefixlen":8,"scope":"global"}]}]
::devices
bond0/bonding/slaves:eno1 eno2
bond0/speed:2000
::netplan
/etc/netplan/50-cloud-init.yaml
`;
    expect(valueWith(networkOnLinux, { settings: text(bond), units })).toMatchObject({
      dnsDomain: 'empresa.local',
      configuredBy: ['netplan', 'NetworkManager'],
      proxy: undefined,
      adapters: [{ name: 'bond0', team: ['eno1', 'eno2'], virtual: true, dhcp: false, facesInternet: false }],
    });
  });

  it('an ip that gives no JSON leaves no adapters', () => {
    expect(
      valueWith(networkOnLinux, {
        settings: text('\n::name\nx\n\n::addresses\nOption "-j" is unknown\n[{"ifname":3},7,null]\n'),
      }).adapters,
    ).toEqual([]);
  });

  it('survives anything', () => {
    expect(() => survivesAnything(networkOnLinux, [recorded])).not.toThrow();
  });
});
