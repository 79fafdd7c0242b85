import type { Row } from '../../src/model/answer.js';
import { type Classes, type Data, type Hive, type Machine, lines, printed } from './machine.js';
import type { Release } from './releases.js';
import type { ServerSketch } from './sketch.js';

interface Offers {
  readonly hive: Hive;
  readonly classes: Classes;
  readonly commands: Machine['commands'];
}

/** What the server offers to others: shares, DNS zones, and the ports of the services that run. */
export function offersOf(sketch: ServerSketch, release: Release, services: readonly Row[]): Offers {
  const running = services.filter(({ State }) => State === 'Running');
  const numbers = new Map(running.map(({ Name }, index) => [String(Name), 600 + 4 * index]));
  const others = processesOf(release);
  return {
    hive: { ...sharesHive(sketch), ...zonesHive(sketch) },
    classes: {
      Win32_Share: sharesOf(sketch, release),
      Win32_Service: services.map(row => ({ ...row, ProcessId: numbers.get(String(row.Name)) ?? 0 })),
      Win32_Process: [...others].map(([Name, ProcessId]) => ({ Name, ProcessId })),
      'root\\MicrosoftDNS:MicrosoftDNS_Zone': hasDns(sketch)
        ? ['..Cache', '..RootHints', '127.in-addr.arpa', ...zonesOf(sketch)].map(Name => ({
            Name,
            DsIntegrated: zonesOf(sketch).includes(Name),
          }))
        : 'no namespace',
    },
    commands: { 'windows-netstat': printed(netstat(sketch, release, new Map([...others, ...numbers]))) },
  };
}

/** Type: the lowest bits are the kind, the highest says administrative. */
const hidden = 0x80_00_00_00;

function sharesOf(sketch: ServerSketch, { root }: Release): Row[] {
  const { controller, domain = '', volumes, sharedFolders = [] } = sketch;
  const share = (Name: string, Path: string, Type: number, Description = ''): Row => ({
    Name,
    Path,
    Type,
    Description,
  });
  return [
    share('ADMIN$', root, hidden, 'Remote Admin'),
    share('IPC$', '', hidden + 3, 'Remote IPC'),
    ...volumes.flatMap(({ letter, kind = 'fixed' }) =>
      letter === undefined || kind !== 'fixed' ? [] : [share(`${letter[0]}$`, `${letter}\\`, hidden, 'Default share')],
    ),
    ...(controller === true
      ? [
          share('NETLOGON', `${root}\\SYSVOL\\sysvol\\${domain}\\SCRIPTS`, 0, 'Logon server share'),
          share('SYSVOL', `${root}\\SYSVOL\\sysvol`, 0, 'Logon server share'),
        ]
      : []),
    ...sharedFolders.map(({ name, path, comment }) => share(name, path, 0, comment)),
  ];
}

function sharesHive({ sharedFolders = [] }: ServerSketch): Hive {
  const values: Record<string, Data> = {};
  for (const { name, path, comment } of sharedFolders) {
    const remark = comment === undefined ? [] : [`Remark=${comment}`];
    values[name] = [
      'CSCFlags=0',
      'MaxUses=4294967295',
      `Path=${path}`,
      'Permissions=0',
      ...remark,
      `ShareName=${name}`,
      'Type=0',
    ];
  }
  return { 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares': values };
}

/** Small Business Server 2003 and 2000 have DNS on every controller, by its service alone. */
function hasDns({ roles = [], controller, release }: ServerSketch): boolean {
  return roles.includes('DNS') || (controller === true && (release === 'ws2000' || release === 'ws2003'));
}

function zonesOf(sketch: ServerSketch): readonly string[] {
  const { domain, adapters } = sketch;
  if (!hasDns(sketch) || domain === undefined) return [];
  const [a, b, c] = adapters[0]?.addresses?.[0]?.[0].split('.') ?? [];
  return [`_msdcs.${domain}`, domain, ...(c === undefined ? [] : [`${c}.${b}.${a}.in-addr.arpa`])];
}

function zonesHive(sketch: ServerSketch): Hive {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\DNS Server\\Zones';
  return Object.fromEntries(zonesOf(sketch).map(name => [`${key}\\${name}`, { Type: 1, DsIntegrated: 1 }]));
}

/** Processes that are no service; 8 is the system's on Windows 2000, 4 later. */
function processesOf({ build }: Release): ReadonlyMap<string, number> {
  return new Map([
    ['System', build < 2600 ? 8 : 4],
    [build < 6000 ? 'winlogon.exe' : 'wininit.exe', 440],
    ['services.exe', 512],
    ['lsass.exe', 524],
  ]);
}

/** Ports by who waits on them, as far as that service runs; `*` is all addresses, `@` those of the cards. */
const waiting: readonly (readonly [owner: string, protocol: 'TCP' | 'UDP', address: '*' | '@', port: number])[] = [
  ['SMTPSVC', 'TCP', '*', 25],
  ['MSExchangeTransport', 'TCP', '*', 25],
  ['DNS', 'TCP', '*', 53],
  ['DNS', 'UDP', '*', 53],
  ['DHCPServer', 'UDP', '*', 67],
  ['W3SVC', 'TCP', '*', 80],
  ['Kdc', 'TCP', '*', 88],
  ['Kdc', 'UDP', '*', 88],
  ['W32Time', 'UDP', '*', 123],
  ['RpcSs', 'TCP', '*', 135],
  ['System', 'UDP', '@', 137],
  ['System', 'TCP', '@', 139],
  ['NTDS', 'TCP', '*', 389],
  ['NTDS', 'UDP', '*', 389],
  ['System', 'TCP', '*', 445],
  ['IKEEXT', 'UDP', '*', 500],
  ['MSSQLSERVER', 'TCP', '*', 1433],
  ['vmms', 'TCP', '*', 2179],
  ['NTDS', 'TCP', '*', 3268],
  ['TermService', 'TCP', '*', 3389],
  ['IKEEXT', 'UDP', '*', 4500],
  ['WinRM', 'TCP', '*', 5985],
];

function netstat(sketch: ServerSketch, { build }: Release, owners: ReadonlyMap<string, number>): string {
  const es = sketch.language === 'es';
  const cards = sketch.adapters.flatMap(({ addresses = [] }) => addresses.map(([address]) => address));
  const chosen = build < 6000 ? 1025 : build < 14_393 ? 49_152 : 49_664;
  const byNumber = [...owners].filter(([name]) =>
    /^(?:wininit|winlogon|services|lsass)\.exe$|^Schedule$|^EventLog$/i.test(name),
  );
  const sockets = [
    ...waiting.flatMap(([owner, protocol, at, port]) => {
      const number = [...owners].find(([name]) => name.toLowerCase() === owner.toLowerCase())?.[1];
      if (number === undefined) return [];
      return (at === '*' ? ['0.0.0.0'] : cards).map(address => [protocol, address, port, number] as const);
    }),
    ...byNumber.map(([, number], index) => ['TCP', '0.0.0.0', chosen + index, number] as const),
  ];
  const row = (...cells: readonly string[]) =>
    `  ${(cells[0] ?? '').padEnd(7)}${(cells[1] ?? '').padEnd(23)}${(cells[2] ?? '').padEnd(23)}${(cells[3] ?? '').padEnd(16)}${cells[4] ?? ''}`.trimEnd();
  const numbered = build >= 2600;
  return lines(
    '',
    es ? 'Conexiones activas' : 'Active Connections',
    '',
    es
      ? row('Proto', 'Dirección local', 'Dirección remota', 'Estado', numbered ? 'PID' : '')
      : row('Proto', 'Local Address', 'Foreign Address', 'State', numbered ? 'PID' : ''),
    ...sockets.map(([protocol, address, port, number]) =>
      row(
        protocol,
        `${address}:${port}`,
        protocol === 'TCP' ? '0.0.0.0:0' : '*:*',
        protocol === 'TCP' ? 'LISTENING' : '',
        numbered ? String(number) : '',
      ),
    ),
  );
}
