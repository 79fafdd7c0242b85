import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import type { AnswersTo } from '../model/fact.js';
import { absent, context, denied, registry, rows, text, valueOfReading } from '../testing/windows-answers.js';
import { networkOnWindows } from './network.windows.js';
import { networkQuestions } from './questions/windows-network.js';

type Answers = AnswersTo<typeof networkQuestions>;
const nothing = Object.fromEntries(Object.keys(networkQuestions).map(name => [name, absent])) as Record<string, Answer>;
const read = (answers: Partial<Answers>) =>
  valueOfReading(networkOnWindows.parse({ ...nothing, ...answers } as Answers, context));

const lan = '{11111111-2222-3333-4444-555555555555}';
const wan = '{66666666-7777-8888-9999-000000000000}';
const connections = registry(networkQuestions.connections.key, {
  [`${lan}\\Connection`]: { Name: 'Conexión de área local' },
  [`${wan}\\Connection`]: { Name: 'Internet' },
});

describe('network of a Small Business Server 2000 with two adapters', () => {
  const network = read({
    tcpip: registry(networkQuestions.tcpip.key, {
      '': { Hostname: 'SERVIDOR', Domain: 'gestoria.local' },
      [`Interfaces\\${lan}`]: { EnableDHCP: 0 },
      [`Interfaces\\${wan}`]: { EnableDHCP: 1 },
    }),
    connections,
    adapters: rows(
      { Index: 1, Name: 'Intel(R) PRO/100', MACAddress: '00:02:B3:00:00:01', PNPDeviceID: 'PCI\\VEN_8086' },
      {
        Index: 2,
        Name: '3Com 3C905',
        MACAddress: '00:02:B3:00:00:02',
        PNPDeviceID: 'PCI\\VEN_10B7',
        ConfigManagerErrorCode: 22,
      },
      { Index: 3, Name: 'Minipuerto WAN (L2TP)' },
    ),
    configurations: rows(
      {
        Index: 1,
        SettingID: lan,
        IPEnabled: true,
        DHCPEnabled: false,
        IPAddress: ['192.168.16.2'],
        IPSubnet: ['255.255.255.0'],
        DefaultIPGateway: ['192.168.16.1'],
        GatewayCostMetric: [1],
        DNSServerSearchOrder: ['192.168.16.2'],
      },
      { Index: 2, SettingID: wan, IPEnabled: false, DHCPEnabled: true, IPAddress: null },
      { Index: 3, SettingID: '{AAAA}', IPEnabled: false, DHCPEnabled: false },
    ),
    phoneBookSpanish: text('[ADSL]\r\nType=5\r\n'),
    routerBook: text('[ADSL]\r\nType=5\r\n[Sede]\r\nType=2\r\n'),
  });

  it('has the adapters a person sees', () => {
    expect(network).toMatchObject({
      hostName: 'SERVIDOR',
      dnsDomain: 'gestoria.local',
      dialUp: ['ADSL'],
      proxy: undefined,
    });
    expect(network.adapters).toEqual([
      {
        name: 'Conexión de área local',
        description: 'Intel(R) PRO/100',
        mac: '00:02:B3:00:00:01',
        enabled: true,
        up: undefined,
        virtual: false,
        team: undefined,
        addresses: ['192.168.16.2/24'],
        gateways: ['192.168.16.1'],
        dns: ['192.168.16.2'],
        dhcp: false,
        facesInternet: true,
        speedMegabits: undefined,
      },
      expect.objectContaining({ name: 'Internet', enabled: false, addresses: [], dhcp: true, facesInternet: false }),
    ]);
  });
});

describe('network of later servers', () => {
  it('knows teams, and the default route by its metric (2012 R2)', () => {
    const { adapters } = read({
      adapters: rows(
        {
          Index: 1,
          Name: 'Broadcom',
          NetConnectionID: 'NIC1',
          NetConnectionStatus: 2,
          Speed: '1000000000',
          PNPDeviceID: 'PCI\\1',
        },
        {
          Index: 2,
          Name: 'Teaming',
          NetConnectionID: 'Equipo',
          NetConnectionStatus: 2,
          PNPDeviceID: 'COMPOSITEBUS\\1',
          ServiceName: 'NdisImPlatformMp',
        },
        {
          Index: 3,
          Name: 'Hyper-V',
          NetConnectionID: 'vEthernet',
          NetConnectionStatus: 7,
          PNPDeviceID: 'ROOT\\VMS_MP\\0',
          Speed: '9223372036854775807',
        },
        { Index: 4, Name: 'Teaming', NetConnectionID: 'Otro', PNPDeviceID: 'X', ServiceName: 'NdisImPlatformMp' },
      ),
      configurations: rows(
        { Index: 1, SettingID: '{1}' },
        {
          Index: 2,
          SettingID: '{2}',
          IPAddress: ['10.0.0.5', 'fe80::5'],
          IPSubnet: ['255.0.0.0', '64'],
          DefaultIPGateway: ['10.0.0.1'],
          GatewayCostMetric: [266],
        },
        {
          Index: 3,
          SettingID: '{3}',
          IPAddress: ['10.1.0.5'],
          IPSubnet: ['255.255.0.0'],
          DefaultIPGateway: ['10.1.0.1'],
          GatewayCostMetric: [1],
        },
        { Index: 4, SettingID: '{4}' },
      ),
      teamMembers: rows({ Name: 'NIC1', Team: 'Equipo' }, { Name: 'NIC2', Team: 'Equipo' }),
      teamAdapters: rows({ Name: 'Equipo', Team: 'Equipo' }),
    });
    expect(adapters).toMatchObject([
      { name: 'NIC1', up: true, speedMegabits: 1000, team: undefined, facesInternet: false, virtual: false },
      { name: 'Equipo', team: ['NIC1', 'NIC2'], addresses: ['10.0.0.5/8', 'fe80::5/64'], facesInternet: false },
      { name: 'vEthernet', up: false, speedMegabits: undefined, virtual: true, facesInternet: true },
      { name: 'Otro', team: [] },
    ]);
  });

  it('takes addresses from the registry where WMI gives no lists', () => {
    const tcpip = registry(networkQuestions.tcpip.key, {
      '': { Hostname: 'srv' },
      [`Interfaces\\${lan}`]: {
        EnableDHCP: 0,
        IPAddress: ['192.168.16.2'],
        SubnetMask: ['255.255.255.0'],
        DefaultGateway: ['192.168.16.1'],
        NameServer: '192.168.16.2,8.8.8.8',
      },
      [`Interfaces\\${wan}`]: {
        EnableDHCP: 1,
        DhcpIPAddress: '80.24.1.7',
        DhcpSubnetMask: '255.255.255.252',
        DhcpDefaultGateway: ['80.24.1.6'],
        DhcpNameServer: '80.58.0.33 80.58.32.97',
        DefaultGatewayMetric: ['20'],
      },
    });
    const expected = [
      {
        name: 'Conexión de área local',
        addresses: ['192.168.16.2/24'],
        dns: ['192.168.16.2', '8.8.8.8'],
        dhcp: false,
        facesInternet: true,
      },
      {
        name: 'Internet',
        addresses: ['80.24.1.7/30'],
        gateways: ['80.24.1.6'],
        dns: ['80.58.0.33', '80.58.32.97'],
        dhcp: true,
        facesInternet: false,
      },
    ];
    expect(read({ tcpip, connections }).adapters).toMatchObject(expected);
    const configurations = rows(
      { Index: 1, SettingID: lan, IPEnabled: true },
      { Index: 2, SettingID: wan.toLowerCase(), IPEnabled: true },
    );
    expect(read({ tcpip, connections, configurations }).adapters).toMatchObject(expected);
  });

  it('names the cards where nothing tells their addresses (Wine)', () => {
    const tcpip = registry(networkQuestions.tcpip.key, { '': {} });
    const adapters = rows(
      { Index: 4, Name: 'eth0', MACAddress: '02:FC:00:00:00:01' },
      { Index: 5, Name: 'Minipuerto WAN' },
    );
    expect(read({ tcpip, adapters }).adapters).toMatchObject([{ name: 'eth0', addresses: [], facesInternet: false }]);
  });

  it('has the proxy of the machine, else of the account', () => {
    const tcpip = registry(networkQuestions.tcpip.key, { '': {} });
    const userProxy = registry(networkQuestions.userProxy.key, { '': { ProxyEnable: 1, ProxyServer: 'isa:8080' } });
    expect(read({ tcpip, userProxy }).proxy).toBe('isa:8080');
    // a name that is not told is missing, not empty
    expect(read({ tcpip }).hostName).toBeUndefined();
    const off = registry(networkQuestions.userProxy.key, { '': { ProxyEnable: 0, ProxyServer: 'isa:8080' } });
    expect(read({ tcpip, userProxy: off }).proxy).toBeUndefined();
    const binary = '2800000000000000030000000700000070726f78793a38';
    const machineProxy = registry(networkQuestions.machineProxy.key, { '': { WinHttpSettings: { binary } } });
    expect(read({ tcpip, userProxy, machineProxy }).proxy).toBe('proxy:8');
  });

  it('is missing when neither WMI nor the registry answered', () => {
    const answers = { ...nothing, configurations: denied } as Answers;
    expect(networkOnWindows.parse(answers, context).state).toBe('missing');
  });

  it('is read whatever WMI gives', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
    const row = fc.record({
      Index: cell,
      SettingID: cell,
      IPAddress: cell,
      IPSubnet: cell,
      DefaultIPGateway: cell,
      GatewayCostMetric: cell,
    });
    fc.assert(
      fc.property(fc.array(row), all => {
        read({ configurations: rows(...all), adapters: rows(...all), teamAdapters: rows(...all) });
      }),
    );
  });
});
