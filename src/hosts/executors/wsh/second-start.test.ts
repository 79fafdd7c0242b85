import { type Context, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ScriptHost, type ScriptRun } from '../../../testing/script-host.js';
import { actingProgram } from './acting.generated.js';
import { agentProgram } from './agent.generated.js';

/**
 * Workers that come late, twice, or back to life, at every step of the program that waits for them: nothing may be carried out twice, and
 * nothing of which it was said that it was not done.
 */
const folder = 'C:\\Temp\\antesala-n';
const ids = ['uno', 'dos', 'tres'];
const programs = { acting: new Script(actingProgram), asking: new Script(agentProgram) };
const never = Number.POSITIVE_INFINITY;

const told = {
  nonce: 'n',
  avoidDrives: [],
  instructions: ids.map((id, index) => ({ kind: 'run', id, line: 'x', index, timeoutSeconds: 5, maxBytes: 1000 })),
};
const asked = {
  nonce: 'n',
  avoidDrives: [],
  order: [0, 1, 2],
  questions: ids.map((id, index) => ({ id, index, kind: 'command', line: 'x', timeoutSeconds: 5, maxBytes: 9 })),
};

interface World {
  readonly host: ScriptHost;
  /** Runs a program in a role, as its command line would. */
  begin(role: string, which: string): ScriptRun;
}

function world(acts: boolean): World {
  const host = new ScriptHost(acts ? programs.acting : programs.asking);
  const prepare = (context: Context) =>
    Object.assign(context, {
      told,
      asked,
      header: () => '{"answers":1}',
      ownProcess: () => 7,
      createdByWmi: () => 0,
      endWorker: () => undefined,
      runLimited: (task: { told: { id: string } }) => {
        host.done.push(task.told.id);
        return { exit: 0, out: { text: '', cut: false }, err: { text: '', cut: false }, late: false };
      },
      answer: ({ id }: { id: string }, place: string) => {
        host.done.push(id);
        return { state: 'ok', fields: `"out":${JSON.stringify(place === '' ? 'here' : 'worker')}` };
      },
    });
  const call = acts ? 'antesalaActs(told)' : 'antesala(asked)';
  return { host, begin: (role, which) => host.run(role, which, folder, call, prepare) };
}

/** Lets each try come so many milliseconds after it was started. */
function starting({ host, begin }: World, delays: readonly number[]): void {
  let tries = 0;
  host.onStart = line => {
    const [, role = '', which = ''] = /\/(worker|launch|end):(\S+)/.exec(line) ?? [];
    if (role === 'end') return;
    const delay = delays[tries++] ?? 0;
    if (delay !== never) host.after(delay, () => begin(role, which));
  };
}

const said = (run: ScriptRun): Record<string, string> =>
  Object.fromEntries(
    run.printed.flatMap(line => {
      const { id, did, out } = JSON.parse(line.replace(/^@antesala:n /, '')) as Record<string, string | undefined>;
      return id === undefined ? [] : [[id, did ?? out ?? '?']];
    }),
  );
const count = (all: readonly string[], one: string) => all.filter(each => each === one).length;

/** What must be true of every run, whoever came when. */
function holds({ host }: World, run: ScriptRun, when: object): void {
  const results = said(run);
  for (const id of ids) {
    const times = count(host.done, id);
    expect({ when, id, times: Math.min(times, 1) }).toEqual({ when, id, times });
    if (results[id] === 'not-done') expect({ when, id, times }).toEqual({ when, id, times: 0 });
    if (results[id] === 'ran') expect({ when, id, times }).toEqual({ when, id, times: 1 });
  }
}

const second = 1000;
const mostTimes = 12;
const delays = [0, 29 * second, 31 * second, 59 * second, 80 * second, 100 * second, never];
const pairs = delays.flatMap(one => delays.map(other => [one, other] as const));
/** A second try is made after 30 s, and a worker waited for until 90 s have passed. */
const comes = (one: number, other: number) => one < 90 * second || other < 60 * second;

describe('instructions on a server where script hosts start slowly', () => {
  it.each(pairs)('are carried out once: first try after %i ms, second after %i ms', (one, other) => {
    const all = world(true);
    starting(all, [one, other]);
    const run = all.begin('', '');
    all.host.passTime(200 * second);
    holds(all, run, { one, other });
    const result = comes(one, other) ? 'ran' : 'not-done';
    expect(said(run)).toEqual(Object.fromEntries(ids.map(id => [id, result])));
    expect(run.printed.at(-1)).toMatch(/"end":3/);
    expect(all.host.folders.has(folder.toLowerCase())).toBe(false);
  });

  it('are not carried out by one that comes at the last moment, whichever step it comes at', () => {
    let seen = 0;
    for (let point = 1; ; point++) {
      const all = world(true);
      starting(all, [never, never]);
      const begun = all.host.now;
      let steps = 0;
      all.host.onStep = ({ role }) => {
        if (role !== '' || all.host.now - begun < 89.99 * second || ++steps !== point) return;
        all.begin('worker', 'n.0.0');
      };
      const run = all.begin('', '');
      holds(all, run, { point });
      if (all.host.runs.length === 1) break;
      seen += 1;
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('are not carried out twice when a worker that was given up comes back to life, whichever step it was at', () => {
    const ends = new Set<string>();
    let seen = 0;
    for (let point = 1; ; point++) {
      const all = world(true);
      const { host } = all;
      host.folders.add(folder.toLowerCase());
      host.files.set(`${folder}\\listening`.toLowerCase(), { text: '', heldBy: host.nobody });
      starting(all, []);
      // of what is done again and again while waiting, the first few times stand for all
      const times = new Map<string, number>();
      let steps = 0;
      let supervisor: ScriptRun | undefined;
      host.onStep = ({ which }, step) => {
        if (which !== 'n.0.9') return;
        times.set(step, (times.get(step) ?? 0) + 1);
        if ((times.get(step) ?? 0) > mostTimes || ++steps !== point) return;
        host.takeOver = true;
        supervisor = all.begin('', '');
      };
      all.begin('worker', 'n.0.9');
      if (!supervisor) break;
      seen += 1;
      holds(all, supervisor, { point });
      ends.add(Object.values(said(supervisor)).join(' ') || 'nothing said');
    }
    expect(seen).toBeGreaterThan(30);
    // it was lost before, in the middle of, and after what it was told
    expect([...ends].toSorted()).toEqual(
      expect.arrayContaining(['not-done ran ran', 'ran not-done ran', 'ran ran ran', 'nothing said']),
    );
  });
});

it('a worker that was given up leaves its folder to the one after it', () => {
  const all = world(true);
  const { host } = all;
  host.folders.add(folder.toLowerCase());
  host.files.set(`${folder}\\listening`.toLowerCase(), { text: '', heldBy: host.nobody });
  for (const name of ['x0', 'a9']) host.files.set(`${folder}\\${name}`.toLowerCase(), { text: '', heldBy: undefined });
  all.begin('worker', 'n.0.0');
  expect(host.done).toEqual([]);
  expect(host.files.has(`${folder}\\a9`.toLowerCase())).toBe(true);
  // nobody is left then
  host.end(host.nobody);
  all.begin('worker', 'n.1.0');
  expect(host.folders.has(folder.toLowerCase())).toBe(false);
});

it('a file that goes while it is looked whether it is held is held by nobody', () => {
  const { host } = world(true);
  const path = `${folder}\\listening`.toLowerCase();
  host.files.set(path, { text: '', heldBy: undefined });
  host.onStep = (_, step) => {
    if (step.startsWith('delete')) host.files.delete(path);
  };
  const seen: { held?: boolean } = {};
  host.run('', '', '', `seen.held = isHeld(path)`, context => Object.assign(context, { seen, path }));
  expect(seen.held).toBe(false);
});

describe('questions on a server where script hosts start slowly', () => {
  it.each(pairs)('are answered by a worker: first try after %i ms, second after %i ms', (one, other) => {
    const all = world(false);
    starting(all, [one, other]);
    const run = all.begin('', '');
    all.host.passTime(200 * second);
    holds(all, run, { one, other });
    const by = comes(one, other) ? 'worker' : 'here';
    expect(said(run)).toEqual(Object.fromEntries(ids.map(id => [id, by])));
  });

  it('are answered by a worker that finds the sign of life just being written anew', () => {
    const all = world(false);
    starting(all, [0]);
    let gaps = 0;
    all.host.onStep = ({ role }) => {
      if (role === 'worker' && all.host.files.delete(`${folder}\\beat`.toLowerCase())) gaps += 1;
    };
    expect(said(all.begin('', ''))).toEqual(Object.fromEntries(ids.map(id => [id, 'worker'])));
    expect(gaps).toBeGreaterThan(0);
  });
});
