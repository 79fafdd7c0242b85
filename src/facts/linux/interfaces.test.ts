import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configuredInterfaces, predictableNames } from './interfaces.js';

describe('names of network interfaces', () => {
  const table: readonly [string, readonly string[]][] = [
    ['/etc/network/interfaces:auto lo eth0 eth1', ['eth0', 'eth1']],
    ['/etc/network/interfaces:  iface eth0:1 inet static', ['eth0']],
    ['/etc/network/interfaces:allow-hotplug ens3', ['ens3']],
    ['/etc/network/interfaces.d/br:bridge_ports eno1 eno2', ['eno1', 'eno2']],
    ['/etc/network/interfaces.d/br:bridge_ports none', []],
    ['/etc/netplan/50-cloud-init.yaml:    ens3:', ['ens3']],
    ['/etc/netplan/50-cloud-init.yaml:  ethernets:', []],
    ['/etc/systemd/network/10.network:Name=enp1s0 eth*', ['enp1s0']],
    ['/etc/NetworkManager/system-connections/x.nmconnection:interface-name=wlp2s0', ['wlp2s0']],
  ];
  it.each(table)('%s', (line, names) => {
    expect(configuredInterfaces([line]).map(({ name }) => name)).toEqual(names);
  });

  it('udev’s order: database, onboard, slot, path, and never the address', () => {
    const lines = [
      'I eth0 2',
      'E:ID_NET_NAME_PATH=enp0s3',
      'E:ID_NET_NAME_ONBOARD=eno1',
      'I eth1 3',
      'E:ID_NET_NAME_MAC=enx00',
      'I eth2 4',
      'E:ID_NET_NAME_PATH=enp4s0',
    ];
    expect(predictableNames(lines)).toEqual([
      { name: 'eth0', predictable: 'eno1' },
      { name: 'eth1', predictable: undefined },
      { name: 'eth2', predictable: 'enp4s0' },
    ]);
  });

  it('survives anything', () => {
    fc.assert(fc.property(fc.array(fc.string()), lines => void [configuredInterfaces(lines), predictableNames(lines)]));
  });
});
