import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { FolderLog } from './folder-log.js';
import { headReference, lineHash } from './head-reference.js';
import { createCase, openCase } from './open-case.js';
import { newKey, readSigningKey, signCase } from './signing.js';
import { statements } from './statements.js';
import { caseOfReport, verifyReport } from './verify-report.js';
import { verifyCase } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-verify-'));
const options = { now: () => new Date('2026-11-25T10:00:00.000Z'), actor: 'ana@taller' };
const key = newKey();
let folder = '';
let made = 0;
let evidence = '';
let log: FolderLog;
const file = (name = 'case.jsonl'): string => join(folder, name);

beforeEach(async () => {
  made += 1;
  folder = join(root, `case ${made}`);
  log = await createCase(folder, { name: 'Núñez', host: 'local', to: null, version: '0' }, options);
  evidence = await log.store({ kind: 'scan', name: 'scan.log', bytes: Buffer.from('no threats') });
  await signCase(log, readSigningKey(key.privatePem), 'Ana');
  await log.append({ type: 'handed-over' });
  await log.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a case as it was written', () => {
  it('has no problem, and says how far it goes', async () => {
    const verified = await verifyCase(folder);
    expect(verified).toMatchObject({
      name: 'Núñez',
      problems: [],
      headKnown: true,
      evidence: { whole: 1, unmentioned: [] },
      signatures: [{ seq: 3, by: 'Ana', publicKey: key.publicKey, holds: true }],
      head: { id: log.id, seq: 4 },
    });
    const { proven, notProven, problems } = statements(verified, key.publicKey, undefined);
    expect(problems).toEqual([]);
    expect(proven.map(text => text.en)).toEqual([
      expect.stringMatching(/^The log is whole: 4 events from 25 November 2026 at 10:00 UTC/),
      expect.stringMatching(/^No event is missing at its end/),
      '1 evidence file is what was stored.',
      'Everything up to event 2 was signed in the name of Ana with the key you named; 1 later event is not covered.',
    ]);
    expect(notProven.map(text => text.en)).toEqual([expect.stringMatching(/^That what people stated is true/)]);
  });

  it.each([
    ['no key named: it says that whose it is remains open', undefined, 0, /^Whose key that is/],
    ['another key named: that is a problem', newKey().publicKey, 1, /^That what people/],
  ])('%s', async (_, pinned, count, first) => {
    const { notProven, problems } = statements(await verifyCase(folder), pinned, undefined);
    expect(problems).toHaveLength(count);
    expect(notProven[0]?.en).toMatch(first);
  });

  it('unsigned, it says that all of it could have been written anew', async () => {
    const plain = join(root, `plain ${made}`);
    await (await createCase(plain, { name: 'x', host: 'local', to: null, version: '0' }, options)).close();
    const { notProven } = statements(await verifyCase(plain), undefined, undefined);
    expect(notProven[0]?.en).toMatch(/^Nobody has signed/);
    expect(notProven[0]?.es).toMatch(/^Nadie ha firmado/);
  });

  it('with a line being written, evidence no event speaks of, and no head, it is fine but says so', async () => {
    appendFileSync(file(), '{"seq"');
    rmSync(file('head.json'));
    const stray = createHash('sha256').update('stray').digest('hex');
    writeFileSync(join(folder, 'evidence', stray), 'stray');
    writeFileSync(join(folder, 'evidence', '.unfinished-9'), 'x');
    const verified = await verifyCase(folder);
    expect(verified).toMatchObject({ problems: [], headKnown: false, evidence: { whole: 2, unmentioned: [stray] } });
    const { notProven } = statements(verified, undefined, undefined);
    expect(notProven.map(text => text.en).join('\n')).toMatch(/head\.json is missing[^]*6 bytes of a line/);
  });
});

describe('a case that is not', () => {
  const edit = (name: string, from: string, to: string): void => {
    writeFileSync(file(name), readFileSync(file(name), 'latin1').replace(from, to), 'latin1');
  };
  it.each<[string, () => void, string, number | null]>([
    ['an event edited', () => edit('case.jsonl', '"kind":"scan"', '"kind":"scam"'), 'case.jsonl', 2],
    ['the end cut off', () => truncateSync(file(), statSync(file()).size - 30), 'case.jsonl', 4],
    ['evidence edited', () => edit(`evidence/${evidence}`, 'no', '13'), 'evidence', null],
    ['evidence missing', () => rmSync(join(folder, 'evidence', evidence)), 'evidence', 2],
    [
      'a file put among the evidence',
      () => writeFileSync(join(folder, 'evidence', 'notes.txt'), 'x'),
      'notes.txt',
      null,
    ],
  ])('%s: names the file, and the line', async (_, spoil, where, line) => {
    spoil();
    const { problems } = await verifyCase(folder);
    expect(problems).toMatchObject([{ where: expect.stringContaining(where), line }]);
    expect(problems[0]?.text.es).not.toBe(problems[0]?.text.en);
  });

  it('signed by nobody: a signature made over something else is named with its event', async () => {
    const again = await openCase(folder, { ...options, write: true });
    await again.append({ type: 'signed', publicKey: key.publicKey, signature: 'AAAA', by: 'Ana' });
    await again.close();
    expect((await verifyCase(folder)).problems).toMatchObject([
      { line: 5, text: { en: expect.stringContaining('Ana') } },
    ]);
  });

  it('damaged, its evidence is still checked', async () => {
    edit('case.jsonl', '"kind":"scan"', '"kind":"scam"');
    edit(`evidence/${evidence}`, 'no', '13');
    expect((await verifyCase(folder)).problems).toHaveLength(2);
  });

  it.each([
    ['no folder', () => join(root, 'none'), 'not-a-case'],
    ['a folder that is none', () => root, 'not-a-case'],
  ])('%s', async (_, place, kind) => {
    await expect(verifyCase(place())).rejects.toMatchObject({ kind });
  });
});

describe('a report', () => {
  const report = (change: object = {}): string =>
    JSON.stringify({ schema: 'antesala.case-report/1', case: { ...headReference(log), ...change }, more: 'text' });
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const held = async (text: string) =>
    verifyReport('r.json', caseOfReport(text), sha256(text), await verifyCase(folder));

  it('made from this log is told from one that was also kept as evidence', async () => {
    const text = report();
    expect(await held(text)).toMatchObject({ matches: true, storedAs: undefined });
    const again = await openCase(folder, { ...options, write: true });
    await again.store({ kind: 'report', name: 'r.json', bytes: Buffer.from(text) });
    await again.close();
    const kept = await held(text);
    expect(kept).toMatchObject({ matches: true, storedAs: 5, reference: { seq: 4 } });
    expect(await held(text.replace('text', 'TEXT'))).toMatchObject({ matches: true, storedAs: undefined });
    const edited = statements(await verifyCase(folder), undefined, await held(text.replace('text', 'TEXT')));
    expect(edited.problems.map(({ text: problem }) => problem.es)).toEqual([
      expect.stringContaining('Se ha modificado después'),
    ]);
    const said = statements(await verifyCase(folder), undefined, kept);
    expect(said.proven.at(-1)?.en).toContain('to the last byte');
    expect(said.problems).toEqual([]);
  });

  it.each([
    ['another hash', { sha256: '0'.repeat(64) }],
    ['an event that the log does not have', { seq: 99 }],
    ['the hash of another event', { seq: 3 }],
  ])('that names %s was not made from this log', async (_, change) => {
    const wrong = await held(report(change));
    expect(wrong.matches).toBe(false);
    expect(statements(await verifyCase(folder), undefined, wrong).problems).toHaveLength(1);
  });

  it('in another form is known by its bytes alone', async () => {
    const page = '<!doctype html><p>Gestoría Núñez';
    const again = await openCase(folder, { ...options, write: true });
    const { seq } = headReference(again);
    await again.store({ kind: 'report', name: 'r.html', bytes: Buffer.from(page), data: { upTo: seq } });
    await again.close();
    expect(await held(page)).toMatchObject({ matches: true, storedAs: seq + 1, reference: { seq } });
    const edited = await held(`${page}!`);
    expect(edited).toMatchObject({ matches: false, storedAs: undefined, reference: undefined });
    expect(statements(await verifyCase(folder), undefined, edited).problems).toHaveLength(1);
  });

  it('of another case is refused', async () => {
    await expect(held(report({ id: 'another-case' }))).rejects.toThrow('another case');
  });

  it.each(['', '[]', 'null', '{"schema":"antesala.report/1"}', '{"schema":"antesala.case-report/1"}'])(
    'is not %j',
    text => expect(caseOfReport(text)).toBeUndefined(),
  );

  it('the hash of every event can be asked for', () => {
    expect(lineHash(log, 1)).toBe(log.events[1]?.prev);
    expect(lineHash(log, 4)).toBe(headReference(log).sha256);
    expect([lineHash(log, 0), lineHash(log, 5)]).toEqual([undefined, undefined]);
  });
});
