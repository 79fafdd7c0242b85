import type { SimulatedHost } from '../hosts/simulated/host.js';
import { simulatedHost } from '../hosts/simulated/host.js';
import type { SimulatedOptions } from '../hosts/simulated/options.js';
import type { Projection, SimulatedService, SimulatedUnit } from '../hosts/simulated/projection.js';
import type { Answers } from '../model/answer.js';
import type { Instruction } from '../model/instruction.js';
import { type Platform, type Recording, recordingSchema } from '../model/recording.js';

/** A service or unit of a simulated host, written briefly. */
export type ServiceLine = Partial<SimulatedService> & { readonly name: string };
export type UnitLine = Partial<SimulatedUnit> & { readonly name: string };

/** A recording without answers. */
export function emptyRecording(platform: Platform): Recording {
  return {
    schema: recordingSchema,
    host: 'test',
    computer: 'TEST',
    platform,
    executor: platform === 'windows' ? 'wsh' : 'sh',
    elevated: true,
    gatheredAt: '2026-11-24T09:00:00.000Z',
    hostClock: '2026-11-24T09:00:00.000Z',
    answers: {},
  };
}

/** A Windows server with these services: automatic and running unless they say otherwise. */
export function windowsWith(services: readonly ServiceLine[], options: SimulatedOptions = {}): SimulatedHost {
  const all = services.map(
    (line): SimulatedService => ({
      driver: false,
      start: 'auto',
      delayed: false,
      running: true,
      pending: false,
      doomed: false,
      dependsOn: [],
      triggered: false,
      ...line,
    }),
  );
  return simulatedHost(emptyRecording('windows'), { services: listed(all), ...options });
}

/** A Linux server with these units: enabled and active unless they say otherwise. */
export function linuxWith(units: readonly UnitLine[], options: SimulatedOptions = {}): SimulatedHost {
  const all = units.map(
    (line): SimulatedUnit => ({
      masked: false,
      enabled: true,
      active: true,
      pending: false,
      ownFile: false,
      installable: true,
      pulledIn: false,
      requires: [],
      triggeredBy: [],
      ...line,
    }),
  );
  return simulatedHost(emptyRecording('linux'), { units: listed(all), ...options });
}

/** Services or units that stand in no answer; `gone` holds what an upgrade took away. */
function listed<T extends { readonly name: string }>(all: readonly T[]): Projection<T> {
  const goneIn = (answers: Answers): readonly string[] => {
    const answer = answers['gone'];
    return answer?.state === 'ok' && 'text' in answer ? answer.text.split('\n') : [];
  };
  return {
    questions: ['gone'],
    read: answers => all.filter(({ name }) => !goneIn(answers).includes(name.toLowerCase())),
    write: (answers, changed) => {
      const gone = [...changed].flatMap(([name, now]) => (now === 'gone' ? [name.toLowerCase()] : []));
      const text = [...goneIn(answers), ...gone].join('\n');
      return gone.length > 0 ? { ...answers, gone: { state: 'ok', ms: 0, text } } : answers;
    },
    merge: answers => answers,
  };
}

/** Carries out instructions and returns their results without the time they took. */
export async function told(host: SimulatedHost, ...instructions: readonly Instruction[]): Promise<readonly object[]> {
  const { results } = await host.carryOut(executorOf(host), instructions, {});
  return results.map(result => Object.fromEntries(Object.entries(result).filter(([name]) => name !== 'ms')));
}

function executorOf(host: SimulatedHost): 'wsh' | 'sh' {
  for (const [name] of host.states()) if (name.startsWith('unit:')) return 'sh';
  return 'wsh';
}
