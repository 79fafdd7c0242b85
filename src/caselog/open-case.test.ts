import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseError } from '../model/case-error.js';
import { sampleEvents, sampleRest } from '../testing/case-events.js';
import { bundleCaseWriter, startCaseWriter } from '../testing/case-writer.js';
import { readHead } from './head-file.js';
import { createCase, openCase } from './open-case.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-open-'));
const options = { now: () => new Date('2026-11-25T10:00:00.000Z'), actor: 'ana@taller' };
const toWrite = { ...options, write: true };
const toRead = { ...options, write: false };
const about = { name: 'Núñez', host: 'local', to: null, version: '0' };
let folder = '';
let made = 0;
const file = (name = 'case.jsonl'): string => join(folder, name);

beforeEach(async () => {
  made += 1;
  folder = join(root, `case ${made}`);
  const log = await createCase(folder, about, options);
  await log.append(...sampleRest.slice(0, 3));
  await log.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function refusal(write = true): Promise<CaseError> {
  try {
    await (await openCase(folder, { ...options, write })).close();
  } catch (error) {
    return error as CaseError;
  }
  throw new Error('It was opened.');
}

describe('a new case', () => {
  it('is private, whole, and nothing is left beside it', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['case.json', 'case.jsonl', 'head.json']);
    expect(readdirSync(root).filter(name => name.startsWith('.'))).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(file('case.json'), 'utf8'))).toMatchObject({
      schema: 'antesala.case/1',
      name: 'Núñez',
    });
  });

  it.each([
    ['a case', () => folder],
    ['an empty folder', () => join(root, 'empty')],
    ['a file', () => file('case.json')],
  ])('is not made where there is %s', async (_, place) => {
    mkdirSync(join(root, 'empty'), { recursive: true });
    await expect(createCase(place(), about, options)).rejects.toMatchObject({ kind: 'exists' });
  });

  it('is not made in a folder that is not there', async () => {
    await expect(createCase(join(root, 'none', 'x'), about, options)).rejects.toMatchObject({
      kind: 'unwritable',
      text: { en: expect.stringContaining('its folder does not exist') },
    });
  });
});

describe('a line whose writing broke off', () => {
  it.each([
    ['the beginning of an event', '{"seq":5,"at":"2026'],
    ['an event without its line end', 'x'.repeat(5000)],
    ['zero bytes', '\0\0\0\0'],
    ['one byte', '{'],
  ])('is set aside and said, byte for byte: %s', async (_, torn) => {
    const before = readFileSync(file());
    appendFileSync(file(), torn);
    const reader = await openCase(folder, toRead);
    expect({ events: reader.events.length, torn: reader.tornBytes }).toEqual({ events: 4, torn: torn.length });
    expect(readFileSync(file())).toHaveLength(before.length + torn.length);
    const log = await openCase(folder, toWrite);
    expect(log.events.slice(4)).toMatchObject([
      { type: 'torn-line-set-aside', file: 'torn-5.txt', bytes: torn.length },
    ]);
    expect(readFileSync(file('torn-5.txt'), 'latin1')).toBe(torn);
    expect(readFileSync(file(), 'latin1').startsWith(before.toString('latin1'))).toBe(true);
    await log.close();
    await (await openCase(folder, toWrite)).close();
    expect(readdirSync(folder).filter(name => name.startsWith('torn'))).toHaveLength(1);
  });

  it('is kept under another name when one of that number was set aside before', async () => {
    writeFileSync(file('torn-5.txt'), 'an earlier one');
    appendFileSync(file(), '{"seq"');
    const log = await openCase(folder, toWrite);
    expect(log.events.at(-1)).toMatchObject({ file: 'torn-5-2.txt' });
    expect(readFileSync(file('torn-5.txt'), 'utf8')).toBe('an earlier one');
    await log.close();
  });

  it('is not kept twice when setting it aside was interrupted', async () => {
    writeFileSync(file('torn-5.txt'), '{"seq"');
    appendFileSync(file(), '{"seq"');
    const log = await openCase(folder, toWrite);
    expect(log.events.at(-1)).toMatchObject({ file: 'torn-5.txt' });
    await log.close();
  });
});

describe('refused, and left as it is', () => {
  it.each<[string, () => void, CaseError['kind'], RegExp]>([
    ['no folder', () => rmSync(folder, { recursive: true }), 'not-a-case', /is no case/],
    ['no case.json', () => rmSync(file('case.json')), 'not-a-case', /is no case/],
    ['case.json cut off', () => truncateSync(file('case.json'), 20), 'damaged', /case\.json is not as/],
    ['no log', () => rmSync(file()), 'unreadable', /case\.jsonl cannot be read/],
    ['an empty log', () => truncateSync(file(), 0), 'damaged', /line 1/],
    ['the last line cut off', () => truncateSync(file(), statSync(file()).size - 1), 'damaged', /line 4.*ends before/],
    [
      'a newer case.json',
      () => writeFileSync(file('case.json'), '{"schema":"antesala.case/2","id":"x"}'),
      'newer',
      /newer version/,
    ],
    [
      'the log of another case, with its head',
      () => {
        for (const name of ['case.jsonl', 'head.json']) cpSync(join(root, 'other', name), file(name));
      },
      'damaged',
      /another case/,
    ],
    [
      'the log of another case alone',
      () => cpSync(join(root, 'other', 'case.jsonl'), file()),
      'damaged',
      /hash differs/,
    ],
  ])('%s', async (_, spoil, kind, expected) => {
    rmSync(join(root, 'other'), { recursive: true, force: true });
    const other = await createCase(join(root, 'other'), about, options);
    await other.append(...sampleRest.slice(0, 3));
    await other.close();
    spoil();
    const content = (): string[] | undefined =>
      statSync(folder, { throwIfNoEntry: false }) &&
      readdirSync(folder).map(name => `${name} ${readFileSync(file(name), 'latin1')}`);
    const before = content();
    for (const write of [false, true]) {
      const error = await refusal(write);
      expect(error.kind).toBe(kind);
      expect(error.text.en).toMatch(expected);
    }
    expect(content()).toEqual(before);
  });

  it('a whole folder copied is the same case', async () => {
    cpSync(folder, join(root, 'copy'), { recursive: true });
    const log = await openCase(join(root, 'copy'), toWrite);
    expect(log.events).toHaveLength(4);
    await log.close();
  });
});

describe('head.json', () => {
  it('follows every append, and is made anew with a note when it is gone or broken', async () => {
    expect(await readHead(folder)).toMatchObject({ seq: 4 });
    for (const spoil of [() => rmSync(file('head.json')), () => writeFileSync(file('head.json'), 'x')]) {
      spoil();
      const log = await openCase(folder, toWrite);
      expect(log.events.at(-1)).toMatchObject({ type: 'noted', text: { en: expect.stringContaining('head.json') } });
      await log.append({ type: 'handed-over' });
      expect(await readHead(folder)).toMatchObject({ seq: log.events.length });
      await log.close();
    }
  });

  it('has the same length whatever it holds', async () => {
    const size = statSync(file('head.json')).size;
    const log = await openCase(folder, toWrite);
    for (let turn = 0; turn < 100; turn += 1) await log.append({ type: 'handed-over' });
    await log.close();
    expect(statSync(file('head.json')).size).toBe(size);
    expect(await readHead(folder)).toMatchObject({ seq: 104 });
  });
});

it('evidence whose writing was cut off is taken away; what was stored stays', async () => {
  const log = await openCase(folder, toWrite);
  const sha256 = await log.store({ kind: 'scan', name: 'x', bytes: Buffer.from('abc') });
  await log.close();
  writeFileSync(join(folder, 'evidence', '.unfinished-1-ab'), 'ab');
  await (await openCase(folder, toWrite)).close();
  expect(readdirSync(join(folder, 'evidence'))).toEqual([sha256]);
});

describe('a disk that takes no more', () => {
  it('limited in the size of files: the append that does not fit leaves nothing; what was acknowledged stays', async () => {
    const program = bundleCaseWriter(root);
    const limited = startCaseWriter(program, 'append', folder, ['bash', '-c', 'ulimit -f 16; exec "$@"', 'bash']);
    expect(await limited.ended()).toBe('unwritable');
    const acknowledged = Number(limited.lines.at(-2));
    const size = statSync(file()).size;
    expect(size).toBeGreaterThan(12 * 1024);
    expect(size).toBeLessThanOrEqual(16 * 1024);
    const log = await openCase(folder, toRead);
    expect({ events: log.events.length, torn: log.tornBytes }).toEqual({ events: acknowledged, torn: 0 });
  });

  it('full: nothing is half-written, and it goes on once there is room', async () => {
    const place = join(root, 'small');
    mkdirSync(place);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', place], { encoding: 'utf8' });
    if (mounted.status !== 0) return console.log(`Not tested: no small disk can be mounted here, ${mounted.stderr}`);
    try {
      await expect(fill(join(place, 'case'), join(place, 'filler'))).resolves.toBeGreaterThan(10);
    } finally {
      spawnSync('umount', [place]);
    }
  });
});

/** Appends until the disk is full and checks what is left, there and once there is room again; tells how many events went in. */
async function fill(place: string, filler: string): Promise<number> {
  const log = await createCase(place, about, options);
  writeFileSync(filler, Buffer.alloc(64 * 1024));
  let appended = 1;
  const appendOnce = (): Promise<unknown> =>
    log.append(sampleEvents.intent, sampleEvents['choices-made']).then(
      () => void (appended += 2),
      (thrown: unknown) => thrown,
    );
  let error = await appendOnce();
  while (error === undefined) error = await appendOnce();
  expect(error).toMatchObject({ kind: 'unwritable', text: { en: expect.stringContaining('the disk is full') } });
  const whole = log.linesFrom(1);
  expect(readFileSync(join(place, 'case.jsonl'), 'latin1')).toBe(whole);
  expect(log.events).toHaveLength(appended);
  await expect(log.store({ kind: 'scan', name: 'x', bytes: Buffer.alloc(9000) })).rejects.toMatchObject({
    kind: 'unwritable',
  });
  expect(readdirSync(join(place)).toSorted()).not.toContain('torn-1.txt');
  rmSync(filler);
  await log.append({ type: 'handed-over' });
  await log.store({ kind: 'scan', name: 'x', bytes: Buffer.alloc(9000) });
  await log.close();
  const again = await openCase(place, toWrite);
  expect(again.events).toHaveLength(appended + 2);
  await again.close();
  return appended;
}
