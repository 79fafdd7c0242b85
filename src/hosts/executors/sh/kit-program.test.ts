import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Resource, ResourceState } from '../../../model/resource.js';
import { kitContract } from '../../../testing/kit-contract.js';
import { guardLives } from '../../../testing/guard-lives.js';
import { putBackCases } from '../../../testing/put-back-decisions.js';
import { caseKitFiles } from '../../transports/kit/case-kit.js';
import { kitDecisions } from './kit/decisions.js';
import { kitLog } from './kit/log.js';
import { kitPutBack } from './kit/put-back.js';
import { shellWord } from './quote.js';
import { stateWords } from './state-words.js';

const busybox = spawnSync('busybox', ['true']).status === 0;
const root = process.getuid?.() === 0;
if (!root) process.stderr.write('The kit’s sh program is not run in the tests: it needs root.\n');
else if (!busybox) process.stderr.write('The kit’s sh program is not run with busybox: it is not installed.\n');

const cases = '/var/lib/antesala';
const seen = new Set<string>();
afterAll(() => {
  for (const id of seen) rmSync(join(cases, id), { recursive: true, force: true });
});

describe.each<[string, readonly string[], boolean]>([
  ['dash', ['dash'], true],
  ['bash', ['bash', '--posix'], true],
  ['busybox', ['busybox', 'sh'], busybox],
])('a case’s kit in sh: %s', (_, shell, there) => {
  describe.skipIf(!root || !there)('on this machine', () => {
    kitContract({
      files: kit => caseKitFiles(kit, 'n'),
      command: (folder, role, words) => {
        const [program = 'sh', ...args] = shell;
        return [program, ...args, join(folder, 'antesala-kit.sh'), role, ...words];
      },
      env: () => process.env,
      caseFolder: (_lasting, caseId) => {
        seen.add(caseId);
        return join(cases, caseId);
      },
      platform: 'linux',
      readsLog: false,
      // run and step begun, three intents one by one, three outcomes, step and run ended
      cuts: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
  });
});

describe('putting back in sh', () => {
  const cases = putBackCases.filter(({ kind }) => kind === 'unit' || kind === 'file' || kind === 'command');
  it.each(cases)('$name', ({ kind, was, to, lost, found, forced, comesTo }) => {
    const resource = { kind } as Resource;
    const set = (name: string, state: ResourceState): string =>
      stateWords(resource, state)
        .map((word, at) => `${name}${at + 1}=${word}`)
        .join(' ');
    const script = [
      kitDecisions,
      `kind=${kind} forced=${forced ? '1' : ''} lost=${lost ? '1' : ''} absent=${found === 'absent' ? '1' : ''}`,
      `f1=- f2=- f3=- ${found === 'absent' ? '' : set('f', found)}`,
      `${set('w', was)} ${set('k', to)} ${lost ? set('l', lost) : ''}`,
      'judge; printf "%s\\n" "$judged" "$t1" "$t2" "$t3"',
    ].join('\n');
    const [judged, ...words] = spawnSync('sh', { input: script, encoding: 'utf8' }).stdout.trimEnd().split('\n');
    if (typeof comesTo === 'string') expect(judged).toBe(comesTo);
    else {
      const wanted = spawnSync('sh', {
        input: `${set('t', comesTo)}\nprintf "%s\\n" "$t1" "$t2" "$t3"`,
        encoding: 'utf8',
      });
      expect([judged, ...words]).toEqual(['set', ...wanted.stdout.trimEnd().split('\n')]);
    }
  });

  it.each(guardLives)(
    'what is watched over $name',
    ({ thing, guard, setting, neverStays, forced, outcomes, written }) => {
      // a world of two: a unit, and a file that is watched over for it
      const script = `${kitDecisions}
${kitPutBack}
thing=${thing} guard=${guard} written=0 plan=p forced_items='
${forced ? 'guard' : ''}
'
json() { printf '"x"'; }
note() { :; }
save_known() { :; }
begin() { :; }
set_line_for() { :; }
show_item() { echo "$2 $1"; }
item() {
  key=$1 lost= l1= l2= l3= item_json='"x"' item_limit=60 after_items=
  if [ $1 = 1 ]; then kind=unit item_id=thing name=thing
  else kind=file item_id=guard name=guard after_items=1 lost=1 l1==false l2=- l3=-; fi
}
load_known() {
  if [ $key = 1 ]; then w1==false w2==true w3==true k1==true k2==true k3==false
  else w1==true w2==YQ== w3==644 k1==true k2==YQ== k3==644; fi
}
seen() {
  seen=1 absent= f1=- f2=- f3=-
  case $key$thing$guard in
  1off*) f1==true f2==true f3==false ;;
  1on*) f1==false f2==true f3==true ;;
  1absent*) absent=1 ;;
  *there) f1==true f2==YQ== f3==644 ;;
  *) f1==false ;;
  esac
}
put() {
  did=set
  if [ $key = 2 ]; then written=$((written + 1)) guard=${neverStays ? 'lost' : 'there'} f1==true f2==YQ== f3==644; return; fi
  thing=${setting === 'vanishes' ? 'absent' : 'on'} f1==false f2==true f3==true
  ${setting === 'keeps it' ? '' : 'guard=lost'}
  ${setting === 'vanishes' ? 'did=absent' : ''}
}
put_back_all 2 1
echo "$written"`;
      const { stdout, stderr } = spawnSync('sh', { input: script, encoding: 'utf8' });
      expect({ stderr, said: stdout.trimEnd().split('\n') }).toEqual({
        stderr: '',
        said: [`guard ${outcomes[1]}`, `thing ${outcomes[0]}`, String(written)],
      });
    },
  );

  it.each(['', 'a"b\\c', 'ñ€😀', 'a\nb\tc', '\u0001\u007f'])('texts become JSON: %j', text => {
    const script = `${kitLog}\njson ${shellWord(text)}`;
    const { stdout } = spawnSync('sh', { input: script, encoding: 'latin1' });
    expect(stdout).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(stdout)).toBe(text);
  });
});
