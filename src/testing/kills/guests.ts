import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import type { LabHost } from '../../../lab/state.js';
import { type PlanChoices, defaultChoices } from '../../model/plan-choices.js';

/** A guest of the lab on which things are killed. */
export interface Guest {
  readonly name: string;
  readonly executor: 'sh' | 'wsh';
  /** Items that take minutes: planned only in a round of its own. */
  readonly slow: readonly string[];
  /** Lines of the guest's shell that make and remove a file, and tell whether it is there: a step of one's own. */
  readonly own: { readonly look: string; readonly make: string; readonly remove: string } | undefined;
}

export const guests: readonly Guest[] = [
  {
    name: 'debian-systemd',
    executor: 'sh',
    slow: ['third-party-services/unit:acme-stubborn.service'],
    own: {
      look: 'if [ -e /var/lib/antesala-own ]; then echo yes; else echo no; fi',
      make: 'touch /var/lib/antesala-own',
      remove: 'rm -f /var/lib/antesala-own',
    },
  },
  {
    name: 'sbs2000-es',
    executor: 'wsh',
    slow: [],
    own: {
      look: 'if exist C:\\antesala-own.txt (echo yes) else (echo no)',
      make: 'echo x>C:\\antesala-own.txt',
      remove: 'del C:\\antesala-own.txt',
    },
  },
];

/** Waiting for people takes only time; the guests' network is this machine's. */
const notHere = ['notify-users', 'log-off-users', 'internet-connection-info', 'disconnect-network'];

/** What is planned there: all that changes something, and a step of one's own. */
export function choicesFor({ own, slow }: Guest, withSlow: boolean): PlanChoices {
  return {
    ...defaultChoices,
    leftOut: [...notHere, ...(withSlow ? [] : slow)].map(id => ({ id, reason: 'left out where things are killed' })),
    own: own
      ? [
          {
            kind: 'reversible',
            id: 'flag',
            title: 'A file that says so',
            look: own.look,
            from: { value: 'no', line: own.remove },
            to: { value: 'yes', line: own.make },
          },
        ]
      : [],
  };
}

/** Process numbers, as this machine counts, of what carries out a program of ours on a guest at this moment. */
export function programsOn({ executor }: Guest, { pids }: LabHost): readonly number[] {
  const namespace = namespaceOf(String(pids.init));
  if (namespace === undefined) return [];
  return readdirSync('/proc')
    .filter(pid => /^\d+$/.test(pid) && namespaceOf(pid) === namespace && isProgram(pid, executor))
    .map(Number);
}

function namespaceOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined; // ended meanwhile
  }
}

/** What sshd started to read our program; of Windows Script Host whatever runs a script. */
function isProgram(pid: string, executor: Guest['executor']): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    if (executor === 'wsh') return /cscript/i.test(words) && !/^cmd/i.test(words);
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return words === 'sh\0' && readFileSync(`/proc/${parent}/comm`, 'latin1').startsWith('sshd');
  } catch {
    return false;
  }
}
