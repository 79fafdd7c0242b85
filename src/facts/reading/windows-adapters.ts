import type { Answer, RegistryValue, Row } from '../../model/answer.js';
import type { AnswersTo } from '../../model/fact.js';
import type { Adapter } from '../network.js';
import { networkQuestions } from '../questions/windows-network.js';
import { addressList, withPrefixes } from './windows-addresses.js';
import {
  flagCell,
  keysOf,
  listCell,
  listIn,
  numberCell,
  numberIn,
  rowsOf,
  subKeysOf,
  textCell,
  textIn,
} from './windows-answers.js';

export type NetworkAnswers = AnswersTo<typeof networkQuestions>;

/** An adapter with the metric of its gateway: the lowest one is the way out. */
export type FoundAdapter = Omit<Adapter, 'facesInternet'> & { readonly metric: number };

/** Adapters by WMI, with TCP/IP's keys for what it does not give; by the keys alone where WMI gives nothing. */
export function adaptersOf(answers: NetworkAnswers): readonly FoundAdapter[] {
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
  const stored = [...interfaces].flatMap(([id, values]) => {
    const adapter = adapterOf({}, undefined, values, names.get(id), teams);
    return adapter.addresses.length > 0 || names.has(id) ? [{ ...adapter, name: names.get(id) ?? id }] : [];
  });
  if (stored.length > 0) return stored;
  // at least the cards, where nothing tells their addresses
  return [...adapterRows.values()]
    .filter(row => textCell(row.MACAddress) !== undefined)
    .map(row => adapterOf({}, row, undefined, textCell(row.NetConnectionID), teams));
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
