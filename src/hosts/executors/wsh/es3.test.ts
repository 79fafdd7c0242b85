import { type Node, parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { agentPrograms, compileAgent, generatedModule } from '../../../../scripts/build-wsh.js';
import { readFileSync } from 'node:fs';
import { actingProgram } from './acting.generated.js';
import { agentProgram } from './agent.generated.js';
import { kitProgram } from './kit.generated.js';

/** Methods that JScript 5.1 (Windows 2000) lacks, and `substr`, which counts from the wrong end there. */
const later = new Set(
  (
    'push pop shift unshift splice apply call bind hasOwnProperty isPrototypeOf propertyIsEnumerable toFixed ' +
    'toPrecision toExponential localeCompare trim forEach map filter reduce some every includes startsWith ' +
    'endsWith repeat padStart keys values entries assign create defineProperty isArray from toISOString now ' +
    'substr match sticky'
  ).split(' '),
);
const laterNames = new Set(
  (
    'JSON undefined encodeURIComponent decodeURIComponent encodeURI decodeURI Map Set Symbol Promise globalThis ' +
    'Reflect'
  ).split(' '),
);
const reserved = new Set(
  (
    'abstract boolean break byte case catch char class const continue debugger default delete do double else enum export extends ' +
    'false final finally float for function goto if implements import in instanceof int interface long native new null package ' +
    'private protected public return short static super switch synchronized this throw throws transient true try typeof var void ' +
    'volatile while with'
  ).split(' '),
);

type Tree = Node & Record<string, unknown>;

/** What a program uses that JScript 5.1 does not know, as sentences with their line. */
function beyondJScript51(program: string): string[] {
  const wrong: string[] = [];
  const say = (node: Tree, words: string) =>
    wrong.push(`line ${program.slice(0, node.start).split('\n').length}: ${words}`);
  const nameOf = (node: unknown) =>
    (node as { name?: string; value?: unknown }).name ?? (node as { value?: unknown }).value;
  const look = (node: Tree): void => {
    if (node.type === 'CallExpression') {
      const name = String(nameOf((node['callee'] as Tree)['property'] ?? {}));
      if (later.has(name)) say(node, `call of ${name}`);
    }
    if (node.type === 'MemberExpression') {
      const name = String(nameOf(node['property']));
      if (!node['computed'] && reserved.has(name)) say(node, `reserved word ${name} as a member`);
    }
    if (node.type === 'Property') {
      const key = node['key'] as Tree;
      if (key.type === 'Identifier' && reserved.has(String(key['name'])))
        say(node, `reserved word ${String(key['name'])} as a key`);
      if (node['kind'] !== 'init') say(node, 'accessor');
    }
    if (node.type === 'Identifier' && laterNames.has(String(node['name']))) say(node, `name ${String(node['name'])}`);
    if (node.type === 'Literal' && typeof node['regex'] === 'object') {
      const { pattern, flags } = node['regex'] as { pattern: string; flags: string };
      if (/\(\?|[*+?}]\?/.test(pattern) || /[^gi]/.test(flags)) say(node, `pattern /${pattern}/${flags}`);
    }
    if (
      /^(ObjectExpression|ArrayExpression)$/.test(node.type) &&
      /,\s*[}\]]$/.test(program.slice(node.start, node.end))
    ) {
      say(node, 'comma before the end of a list');
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) {
        if (typeof one === 'object' && one !== null && 'type' in one) look(one as Tree);
      }
    }
  };
  look(parse(program, { ecmaVersion: 3, sourceType: 'script', allowReserved: false }) as unknown as Tree);
  return wrong;
}

describe.each(agentPrograms)('the program for Windows Script Host from $sources/', agent => {
  const program = { agentProgram, actingProgram, kitProgram }[agent.exportName] ?? '';

  it('is what its sources compile to (else run npx tsx scripts/build-wsh.ts)', () => {
    expect(readFileSync(agent.generated, 'utf8')).toBe(generatedModule(agent, compileAgent(agent)));
  });

  it('is ASCII with the line ends of Windows', () => {
    expect(/[^\x09\x0a\x0d\x20-\x7e]/.exec(program)).toBeNull();
    expect(/[^\r]\n/.exec(program)).toBeNull();
    expect(program.length).toBeGreaterThan(10_000);
  });

  it('uses nothing that Windows 2000 lacks', () => expect(beyondJScript51(program)).toEqual([]));
});

describe('the gate for JScript 5.1', () => {
  it.each([
    ['var a = []; a.push(1);', 'line 1: call of push'],
    ["\nvar a = x['hasOwnProperty'](1);", 'line 2: call of hasOwnProperty'],
    ['var a = [1, ];', 'line 1: comma before the end of a list'],
    ['var a = b.default;', 'line 1: reserved word default as a member'],
    ['var a = { class: 1 };', 'line 1: reserved word class as a key'],
    ['var a = b === undefined;', 'line 1: name undefined'],
    ['var a = JSON.parse(b);', 'line 1: name JSON'],
    ['var a = /(?:a)/;', 'line 1: pattern /(?:a)/'],
    ['var a = /a+?/;', 'line 1: pattern /a+?/'],
  ])('the gate sees %j', (program, wrong) => expect(beyondJScript51(program)).toContain(wrong));

  it.each([
    'var a = { b: 1, };',
    'var byte = 1;',
    'var a = () => 1;',
    'let b = 2;',
    'var c = `x`;',
    'class A {}',
    'var d = 2 ** 3;',
  ])('the gate refuses %j', program => expect(() => beyondJScript51(program)).toThrow(SyntaxError));
});
