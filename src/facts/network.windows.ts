import type { Answer, RegistryValue, Row } from '../model/answer.js';
import { type AnswersTo, known, reader } from '../model/fact.js';
import type { Adapter, Network } from './network.js';
import { networkQuestions } from './questions/windows-network.js';
import { addressList, phoneBookEntries, winHttpProxy, withPrefixes } from './reading/windows-addresses.js';
import {
  flagCell,
  keyOf,
  keysOf,
  listCell,
  listIn,
  numberCell,
  numberIn,
  rowsOf,
  subKeysOf,
  textCell,
  textIn,
  textOf,
  valueOf,
  whyNot,
} from './reading/windows-answers.js';

type NetworkAnswers = AnswersTo<typeof networkQuestions>;

/** Adapters by WMI, with TCP/IP's registry keys for what WMI does not give; dial-up connections; the proxy. */
export const networkOnWindows = reader<Network, typeof networkQuestions>({
  questions: networkQuestions,
  parse(answers) {
    const configured = rowsOf(answers.configurations);
    const parameters = keyOf(answers.tcpip, networkQuestions.tcpip.key);
    if (!configured && !keysOf(answers.tcpip)) return whyNot(answers.configurations);
    const found = adaptersOf(answers);
    const best = Math.min(...found.filter(({ gateways }) => gateways.length > 0).map(({ metric }) => metric));
    return known({
      hostName: textIn(parameters, 'NV Hostname') ?? textIn(parameters, 'Hostname') ?? '',
      dnsDomain: textIn(parameters, 'NV Domain') ?? textIn(parameters, 'Domain') ?? textIn(parameters, 'DhcpDomain'),
      adapters: found.map(({ metric, ...adapter }) => ({
        ...adapter,
        facesInternet: adapter.gateways.length > 0 && metric === best,
      })),
      dialUp: dialUpOf(answers),
      proxy: proxyOf(answers),
      configuredBy: [],
    });
  },
});

type FoundAdapter = Omit<Adapter, 'facesInternet'> & { readonly metric: number };

function adaptersOf(answers: NetworkAnswers): readonly FoundAdapter[] {
  const interfaces = new Map(
    subKeysOf(answers.tcpip, `${networkQuestions.tcpip.key}\\Interfaces`).map(([id, values]) => [
      id.toLowerCase(),
      values,
    ]),
  );
  const names = connectionNames(answers.connections);
  const teams = teamsOf(answers);
  const adapterRows = new Map((rowsOf(answers.adapters) ?? []).map(row => [numberCell(row.Index), row]));
  const rows = (rowsOf(answers.configurations) ?? []).flatMap(row => {
    const id = textCell(row.SettingID)?.toLowerCase() ?? '';
    const adapter = adapterRows.get(numberCell(row.Index));
    const name = textCell(adapter?.NetConnectionID) ?? names.get(id);
    const addresses = withPrefixes(listCell(row.IPAddress), listCell(row.IPSubnet));
    // tunnels, WAN miniports and the like have no connection and no address: a person does not see them either
    if (name === undefined && addresses.length === 0 && flagCell(row.IPEnabled) !== true) return [];
    return [adapterOf(row, adapter, interfaces.get(id), name, teams)];
  });
  if (rows.length > 0) return rows;
  return [...interfaces].flatMap(([id, values]) => {
    const adapter = adapterOf({}, undefined, values, names.get(id), teams);
    return adapter.addresses.length > 0 || names.has(id) ? [{ ...adapter, name: names.get(id) ?? id }] : [];
  });
}

function adapterOf(
  row: Row,
  adapter: Row | undefined,
  key: Readonly<Record<string, RegistryValue>> | undefined,
  connection: string | undefined,
  teams: ReadonlyMap<string, readonly string[]>,
): FoundAdapter {
  const stored = storedSettings(key);
  const addresses = withPrefixes(listCell(row.IPAddress), listCell(row.IPSubnet));
  const gateways = listCell(row.DefaultIPGateway);
  const dns = listCell(row.DNSServerSearchOrder);
  const description = textCell(adapter?.Description) ?? textCell(adapter?.Name) ?? textCell(row.Description);
  const name = connection ?? description ?? textCell(row.SettingID) ?? '';
  const status = numberCell(adapter?.NetConnectionStatus);
  const device = textCell(adapter?.PNPDeviceID);
  const speed = numberCell(adapter?.Speed);
  const metrics = listCell(row.GatewayCostMetric).flatMap(metric => numberCell(metric) ?? []);
  return {
    name,
    description,
    mac: textCell(adapter?.MACAddress) ?? textCell(row.MACAddress),
    // device problem 22: disabled by a person
    enabled: numberCell(adapter?.ConfigManagerErrorCode) !== 22,
    up: status === undefined ? undefined : status === 2,
    // devices of the hypervisor's bus and those that software makes up
    virtual: device === undefined ? undefined : /^(root|vmbus|sw|xenvif|vmware)\\/i.test(device),
    team: teams.get(name.toLowerCase()) ?? (isTeam(adapter) ? [] : undefined),
    addresses: addresses.length > 0 ? addresses : stored.addresses,
    gateways: gateways.length > 0 ? gateways : stored.gateways,
    dns: dns.length > 0 ? dns : stored.dns,
    dhcp: flagCell(row.DHCPEnabled) ?? stored.dhcp,
    // WMI gives the largest 63-bit number for a cable that is not plugged in
    speedMegabits: speed !== undefined && speed > 0 && speed < 1e13 ? Math.round(speed / 1e6) : undefined,
    metric: metrics.length > 0 ? Math.min(...metrics) : stored.metric,
  };
}

/** What TCP/IP's key of an interface says: by hand or as the DHCP server gave it. */
function storedSettings(key: Readonly<Record<string, RegistryValue>> | undefined) {
  const dhcp = numberIn(key, 'EnableDHCP');
  const leased = dhcp === 1;
  const pick = (own: string, given: string) => {
    const list = listIn(key, own).flatMap(addressList);
    return list.length > 0 || !leased ? list : listIn(key, given).flatMap(addressList);
  };
  return {
    dhcp: dhcp === undefined ? undefined : leased,
    addresses: leased
      ? withPrefixes(listIn(key, 'DhcpIPAddress'), listIn(key, 'DhcpSubnetMask'))
      : withPrefixes(listIn(key, 'IPAddress'), listIn(key, 'SubnetMask')),
    gateways: pick('DefaultGateway', 'DhcpDefaultGateway'),
    dns: pick('NameServer', 'DhcpNameServer'),
    metric: Number(listIn(key, 'DefaultGatewayMetric')[0] ?? 0) || 0,
  };
}

/** Team adapters are driven by the multiplexor; their description follows the language, their driver does not. */
function isTeam(adapter: Row | undefined): boolean {
  return /^ndisimplatform/i.test(textCell(adapter?.ServiceName) ?? '');
}

function teamsOf(answers: NetworkAnswers): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const row of rowsOf(answers.teamMembers) ?? []) {
    const [team, name] = [textCell(row.Team), textCell(row.Name)];
    if (team !== undefined && name !== undefined) members.set(team, [...(members.get(team) ?? []), name]);
  }
  return new Map(
    (rowsOf(answers.teamAdapters) ?? []).flatMap(row => {
      const [team, name] = [textCell(row.Team), textCell(row.Name)];
      return team === undefined || name === undefined ? [] : [[name.toLowerCase(), members.get(team) ?? []] as const];
    }),
  );
}

function connectionNames(answer: Answer): ReadonlyMap<string, string> {
  const root = networkQuestions.connections.key;
  const names = new Map<string, string>();
  for (const [path, values] of Object.entries(keysOf(answer) ?? {})) {
    const [id = '', part] = path.slice(root.length + 1).split('\\');
    const name = textIn(values, 'Name');
    if (part?.toLowerCase() === 'connection' && name !== undefined) names.set(id.toLowerCase(), name);
  }
  return names;
}

function dialUpOf(answers: NetworkAnswers): readonly string[] {
  const books = [answers.phoneBook, answers.phoneBookEnglish, answers.phoneBookSpanish, answers.routerBook];
  // on later systems two of these paths lead to the same file
  return [...new Set(books.flatMap(book => phoneBookEntries(textOf(book) ?? '')))];
}

function proxyOf(answers: NetworkAnswers): string | undefined {
  const machine = valueOf(keyOf(answers.machineProxy, networkQuestions.machineProxy.key), 'WinHttpSettings');
  const named = machine?.type === 'binary' ? winHttpProxy(machine.value) : undefined;
  if (named !== undefined) return named;
  const user = keyOf(answers.userProxy, networkQuestions.userProxy.key);
  return numberIn(user, 'ProxyEnable') === 1 ? textIn(user, 'ProxyServer') : undefined;
}
