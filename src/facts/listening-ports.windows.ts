import { type AnswersTo, known, missing, reader } from '../model/fact.js';
import type { CommandQuestion, WmiQuestion } from '../model/question.js';
import { say } from '../i18n/text.js';
import type { ListeningPorts } from './listening-ports.js';
import { serviceStates } from './questions/windows-services.js';
import { currentVersion } from './questions/windows.js';
import { type Socket, portsOf } from './reading/ports.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, numberCell, rowsOf, textCell, textIn, textOf } from './reading/windows-answers.js';

/** Windows 2000 knows no `-o` and ends with its usage. */
const sockets = {
  id: 'windows-netstat',
  kind: 'command',
  line: 'netstat -ano || netstat -an',
} as const satisfies CommandQuestion;

const processes = {
  id: 'windows-processes',
  kind: 'wmi',
  class: 'Win32_Process',
  properties: ['ProcessId', 'Name'],
} as const satisfies WmiQuestion;

const questions = { sockets, processes, services: serviceStates, windows: currentVersion } as const;

export const listeningPortsOnWindows = reader<ListeningPorts, typeof questions>({
  questions,
  parse(answers) {
    const text = textOf(answers.sockets);
    if (text === undefined) return couldNotRead('netstat', answers.sockets);
    const owners = ownersOf(answers);
    const found = text.split(/\r?\n/).flatMap(line => socketOf(line, owners) ?? []);
    // no Windows waits on no port at all: these are lines that are not understood
    if (found.length === 0) return nothingUnderstood;
    const build = Number(textIn(keyOf(answers.windows, currentVersion.key), 'CurrentBuildNumber') ?? Number.NaN);
    return known(portsOf(found, build < 6000 ? { first: 1025, last: 5000 } : { first: 49_152, last: 65_535 }));
  },
});

const nothingUnderstood = missing(
  say({
    en: 'Nothing that netstat printed could be understood as a port that is listened on.',
    es: 'Nada de lo que mostró netstat se pudo interpretar como un puerto a la escucha.',
  }),
);

/**
 * One line of netstat. States are written in the system's language; a socket that listens is known by having nobody at the other end.
 *
 * @example `  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       712`
 * @example `  UDP    [::]:500               *:*                                    1024`
 */
const line =
  /^\s*(TCP|UDP)(?:v6)?\s+(?:\[([\da-f:.]+(?:%\d+)?)\]|([\d.]+)):(\d{1,5})\s+(?:0\.0\.0\.0:0|\[::\]:0|\*:\*)(?=\s|$)(.*)$/i;

function socketOf(text: string, owners: ReadonlyMap<number, readonly string[]>): Socket | undefined {
  if (text.length > 200) return undefined;
  const [, protocol, six, four, port, rest = ''] = line.exec(text) ?? [];
  const process = /\s(\d{1,10})\s*$/.exec(rest)?.[1];
  const address = six ?? four;
  if (protocol === undefined || address === undefined || Number(port) > 65_535) return undefined;
  return {
    protocol: protocol.toLowerCase() === 'tcp' ? 'tcp' : 'udp',
    address,
    port: Number(port),
    owners: process === undefined ? [] : (owners.get(Number(process)) ?? []),
  };
}

/** The services of a process, since most programs of Windows' own are called svchost.exe; else its program. */
function ownersOf({ services, processes }: AnswersTo<typeof questions>): ReadonlyMap<number, readonly string[]> {
  const owners = new Map<number, string[]>();
  for (const row of rowsOf(services) ?? []) {
    const id = numberCell(row.ProcessId);
    const name = textCell(row.Name);
    if (!id || name === undefined) continue;
    owners.set(id, [...(owners.get(id) ?? []), name]);
  }
  for (const row of rowsOf(processes) ?? []) {
    const id = numberCell(row.ProcessId);
    const name = textCell(row.Name);
    if (id !== undefined && name !== undefined && !owners.has(id)) owners.set(id, [name]);
  }
  return owners;
}
