import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { ScriptHost } from '../../../testing/script-host.js';
import { actingProgram } from './acting.generated.js';

const program = new Script(actingProgram);
const path = 'C:\\Temp\\agentes.ini';
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');

/** A file in a folder of a server; what a program does with it. */
function server(text: string | undefined) {
  const host = new ScriptHost(program);
  const put = (content: string) => host.files.set(path.toLowerCase(), { text: content, heldBy: undefined });
  if (text !== undefined) put(text);
  const call = (line: string) => {
    const said: { found?: object } = {};
    host.run('', '', '', `said.found = ${line}`, context => Object.assign(context, { said, thing: { path } }));
    return said.found;
  };
  const set = (to: string) => call(`setFile(thing, { present: true, base64: '${base64(to)}' })`);
  return { host, put, set, look: () => call('lookFile(thing)') };
}

it.each<[string | undefined, string]>([
  ['activo=1\r\n', 'activo=0\r\n'],
  ['a', 'activo=0\r\n'],
  ['', 'activo=0\r\n'],
  ['activo=1\r\n', ''],
  [undefined, 'activo=0\r\n'],
])('a power cut at any step leaves a file as it was or as it was to be: %j to %j', (was, to) => {
  const states = [was, to].map(text =>
    text === undefined ? { present: false } : { present: true, base64: base64(text) },
  );
  const seen = new Set<string>();
  for (let point = 1; ; point++) {
    const { host, set, look } = server(was);
    let steps = 0;
    let cut = false;
    host.onStep = run => {
      if (++steps !== point) return;
      cut = true;
      host.cut(run);
    };
    set(to);
    host.onStep = () => undefined;
    const found = { ...look() };
    expect({ point, found: states.some(state => JSON.stringify(state) === JSON.stringify(found)) }).toEqual({
      point,
      found: true,
    });
    seen.add(JSON.stringify(found));
    // what another run sets then is set
    set('otro');
    expect({ ...look() }).toEqual({ present: true, base64: base64('otro') });
    expect([...host.files.keys()].filter(name => name.includes('.antesala-new'))).toEqual([]);
    if (!cut) break;
  }
  expect(seen.size).toBe(2);
});

it('what somebody wrote into it since is left', () => {
  const { host, put, set, look } = server('activo=1\r\n');
  host.onStep = (run, step) => {
    if (step.startsWith('copy on')) host.cut(run);
  };
  set('activo=0\r\n');
  host.onStep = () => undefined;
  put('de otro');
  expect({ ...look() }).toEqual({ present: true, base64: base64('de otro') });
  expect({ ...look() }).toEqual({ present: true, base64: base64('de otro') });
});
