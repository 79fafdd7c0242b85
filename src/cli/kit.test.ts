import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, toLine } from '../caselog/line.js';
import { importedShape } from '../caselog/printed-shapes.js';
import type { Language } from '../i18n/text.js';
import type { CaseEvent } from '../model/event.js';
import type { Context } from './context.js';
import { explained } from './explained.js';
import { program } from './program.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-kit-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (...names: readonly string[]): string => join(root, ...names);

/** Runs a command line as `run.ts` does, with what it prints and says kept. */
async function antesala(args: readonly string[], language: Language = 'en') {
  let out = '';
  let err = '';
  let code: number = 0;
  const context: Context = {
    terminal: {
      language,
      colors: picocolors.createColors(false),
      width: 100,
      t: text => text[language],
      print: async text => void (out += text),
      progress: () => undefined,
      settle: () => undefined,
    },
    env: {},
    version: '0.1.0',
    now: () => new Date('2026-11-25T10:00:00.000Z'),
    signal: new AbortController().signal,
  };
  try {
    await program(context, exit => void (code = exit)).parseAsync([...args], { from: 'user' });
  } catch (error) {
    const { text, exit } = explained(error);
    err += text[language];
    code = exit;
  }
  return { code, out, err };
}

const server = 'recordings/lab-sbs2000-es.json';
const lines = (): string[] => readFileSync(place('sbs', 'case.jsonl'), 'latin1').trimEnd().split('\n');

/** What a kit would leave on the server. */
function ofKit(events: readonly CaseEvent[]): string {
  const all = lines();
  const before = all.length;
  for (const event of events) {
    const prev = hashOf(all.at(-1) ?? '');
    all.push(toLine({ seq: all.length + 1, at: '2026-11-25T11:00:00.000Z', actor: 'kit@SERVIDOR', prev }, event));
  }
  return `${all.slice(before).join('\n')}\n`;
}
const run = [
  { type: 'run-started', run: 'kit-prepare', plan: '0'.repeat(64) },
  { type: 'run-ended', run: 'kit-prepare', outcome: 'incomplete' },
] as const;

beforeAll(async () => {
  await antesala(['case', 'new', 'sbs', '--host', server, '--to', 'sbs2003', '--in', root]);
});

describe('the kit of a case', () => {
  it('needs a plan, and answers to its questions', async () => {
    const none = await antesala(['kit', '--case', place('sbs'), '--out', place('kit')]);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('no plan yet') });
    await antesala(['plan', place('sbs'), '--facts', server]);
    const open = await antesala(['kit', '--case', place('sbs'), '--out', place('kit')], 'es');
    expect(open).toMatchObject({ code: 2, err: expect.stringMatching(/antesala (?:attest|plan) CASO/) });
    expect(existsSync(place('kit'))).toBe(false);
  });

  it('is written beside the files that ask, and adds nothing to the case', async () => {
    const leftOut = ['internet-connection-info', 'log-off-users', 'notify-users', 'disconnect-network'];
    const plan = ['plan', place('sbs'), '--facts', server, '--reason', 'test'];
    await antesala([...plan, ...leftOut.flatMap(id => ['--leave-out', id])]);
    const before = lines();
    const { code, out, err } = await antesala(['kit', '--case', place('sbs'), '--out', place('kit')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('antesala-put-back.cmd');
    expect(readdirSync(place('kit')).toSorted()).toEqual([
      'README.txt',
      'antesala-kit.js',
      'antesala-kit.ps1',
      'antesala-prepare.cmd',
      'antesala-put-back.cmd',
      'antesala.cmd',
      'antesala.js',
      'antesala.ps1',
      'antesala.sh',
    ]);
    expect(lines()).toEqual(before);
    // the program is whole: node reads it, too
    execFileSync(process.execPath, ['--check', place('kit', 'antesala-kit.js')]);
  });
});

describe('case import', () => {
  it('adds what the kit wrote, bit for bit, once', async () => {
    const text = ofKit(run);
    const before = lines();
    writeFileSync(place('r.jsonl'), text);
    const { out } = await antesala(['case', 'import', place('sbs'), place('r.jsonl'), '--json']);
    expect(importedShape.parse(JSON.parse(out))).toEqual({
      schema: 'antesala.case-imported/1',
      added: 2,
      known: 0,
      runs: [{ run: 'kit-prepare', outcome: 'incomplete' }],
    });
    expect(`${lines().join('\n')}\n`).toBe(`${before.join('\n')}\n${text}`);
    expect(await antesala(['case', 'import', place('sbs'), place('r.jsonl')])).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing was added'),
    });
    expect((await antesala(['verify', place('sbs')])).code).toBe(0);
  });

  it('says in both languages what is left to do', async () => {
    writeFileSync(place('r.jsonl'), ofKit(run));
    const { out } = await antesala(['case', 'import', place('sbs'), place('r.jsonl')], 'es');
    expect(out).toContain('2 eventos al caso. La última ejecución del kit está incompleta');
    writeFileSync(place('r.jsonl'), ofKit(run.slice(0, 1)));
    expect((await antesala(['case', 'import', place('sbs'), place('r.jsonl')])).out).toContain('has no end');
  });

  it('joins what the kit did after the case had gone on here, and what it did later', async () => {
    const kit = ofKit([...run, ...run])
      .trimEnd()
      .split('\n');
    const key = lines().length + 1;
    expect(await antesala(['key', 'new', '--out', place('key.pem')])).toMatchObject({ code: 0 });
    await antesala(['sign', place('sbs'), '--key', place('key.pem'), '--by', 'Ana']);
    for (const [upTo, added, known] of [
      [2, 2, 0],
      [4, 2, 2],
      [4, 0, 4],
      [3, 0, 3],
    ] as const) {
      writeFileSync(place('r.jsonl'), `${kit.slice(0, upTo).join('\n')}\n`);
      const { out } = await antesala(['case', 'import', place('sbs'), place('r.jsonl'), '--json']);
      expect(importedShape.parse(JSON.parse(out))).toMatchObject({ added, known });
    }
    const types = lines()
      .slice(key - 1)
      .map(line => (JSON.parse(line) as { type: string }).type);
    // this kit's clock is ahead of ours
    expect(types.filter(type => type !== 'clock-went-back')).toEqual([
      'signed',
      ...['evidence-stored', 'kit-log-joined', 'run-started', 'run-ended'],
      ...['evidence-stored', 'kit-log-joined', 'run-started', 'run-ended'],
    ]);
    expect(lines().at(-1)).toContain('"actor":"kit@SERVIDOR"');
    expect((await antesala(['verify', place('sbs')])).code).toBe(0);
  });

  it('fits also when the opening of the case has something to say first', async () => {
    const text = ofKit(run);
    writeFileSync(place('r.jsonl'), text);
    // a write of ours that broke off
    writeFileSync(place('sbs', 'case.jsonl'), `${lines().join('\n')}\n{"seq"`);
    expect(await antesala(['case', 'import', place('sbs'), place('r.jsonl')])).toMatchObject({ code: 0 });
    expect(lines().at(-1)).toContain('torn-line-set-aside');
    expect(lines().join('\n')).toContain(text.trimEnd());
  });

  it.each<[string, () => string, number, RegExp]>([
    ['what went another way', () => ofKit(run).replace('kit@', 'kat@'), 1, /line 2: event \d+ does not fit/],
    ['what is no file', () => '', 2, /cannot be read \(ENOENT\)/],
  ])('refuses %s', async (_, text, code, words) => {
    const before = lines();
    rmSync(place('r.jsonl'), { force: true });
    if (text() !== '') writeFileSync(place('r.jsonl'), text());
    const refused = await antesala(['case', 'import', place('sbs'), place('r.jsonl')]);
    expect(refused).toMatchObject({ code, err: expect.stringMatching(words) });
    expect(lines()).toEqual(before);
  });
});
