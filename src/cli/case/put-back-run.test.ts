import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../../caselog/open-case.js';
import { caseReportShape } from '../../model/case-report-shape.js';
import { putBackShape } from '../../model/case-shapes.js';
import type { CaseEvent } from '../../model/event.js';
import { sampleEvents } from '../../testing/case-events.js';
import { commandLine } from '../../testing/command-line.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-put-back-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'case');
const { item } = sampleEvents.intent;
const now = () => new Date('2026-11-26T10:00:00.000Z');
const antesala = (args: readonly string[], language: 'en' | 'es' = 'en') => commandLine(args, { language, now });
const accept = ['put-back', folder, '--accept', item, '--by', 'Ana', '--reason', 'sobra'];

/** As the lines that `case import` adds to the log stand there. */
const byKit: readonly CaseEvent[] = [
  { type: 'run-started', run: 'kit-prepare', plan: '0'.repeat(64) },
  sampleEvents.intent,
  sampleEvents.outcome,
  { type: 'run-ended', run: 'kit-prepare', outcome: 'done' },
  { type: 'run-started', run: 'kit-put-back', plan: '0'.repeat(64) },
  sampleEvents['put-back'],
  { type: 'run-ended', run: 'kit-put-back', outcome: 'incomplete' },
];

async function append(...events: readonly CaseEvent[]): Promise<void> {
  const log = await openCase(folder, { write: true, actor: 'kit@SERVIDOR', now });
  await log.append(...events);
  await log.close();
}

describe('what a kit left drifted', () => {
  beforeAll(async () => {
    const host = 'recordings/lab-sbs2000-es.json';
    await antesala(['case', 'new', 'case', '--host', host, '--to', 'sbs2003', '--in', root]);
    await append(...byKit);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['nobody', ['put-back', folder, '--accept', item, '--reason', 'x'], /with --by/],
    ['no reason', ['put-back', folder, '--accept', item, '--by', 'Ana'], /--reason/],
    ['no such item', ['put-back', folder, '--accept', 'x', '--by', 'Ana', '--reason', 'y'], /no item “x”.*Norton/],
    ['a name for nothing', ['put-back', folder, '--by', 'Ana'], /--accept ITEM/],
    ['without a word of acceptance', ['put-back', folder], /known from a file only/],
    ['to be set as well', [...accept, '--force', item], /known from a file only/],
  ])('%s: ends with 2 and writes nothing', async (_, args, message) => {
    const before = readFileSync(join(folder, 'case.jsonl'), 'utf8');
    expect(await antesala(args)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    expect(readFileSync(join(folder, 'case.jsonl'), 'utf8')).toBe(before);
  });

  it('is accepted here, shown with who, when and why, and the case is done', async () => {
    const { code, out } = await antesala(accept);
    expect(code).toBe(0);
    expect(out).toMatch(/^✔ service:Norton {2}drifted, accepted\n/);
    expect(out).toContain('Accepted by Ana on 26 November 2026 at 10:00 UTC: sobra');
    expect(out).toMatch(/Done: 0 items are as before, 1 accepted as it is\.\n$/);
    const spanish = await antesala([...accept, '--json'], 'es');
    const printed = putBackShape.parse(JSON.parse(spanish.out));
    expect({ ...spanish, out: printed }).toMatchObject({
      code: 0,
      out: { complete: true, items: [{ outcome: 'drifted', accepted: { by: 'Ana', counts: true } }] },
    });
  });

  it('stands in the log and in the report', async () => {
    const log = await antesala(['log', folder], 'es');
    expect(log.out).toMatch(
      /Ana acepta third-party-services\/Norton tal como se encontró, \[start=manual, .*\]: sobra/,
    );
    const report = await antesala(['report', folder, '-f', 'json']);
    expect(caseReportShape.parse(JSON.parse(report.out))).toMatchObject({
      stage: 'put-back',
      putBack: [{ outcome: 'drifted', accepted: { by: 'Ana', reason: 'sobra', counts: true } }],
    });
    const text = await antesala(['report', folder, '-f', 'text'], 'es');
    expect(text.out).toContain('TODO HA QUEDADO COMO ESTABA O SE HA ACEPTADO COMO ESTÁ');
    const html = await antesala(['report', folder, '-f', 'html'], 'es');
    expect(html.out).toMatch(/cambiado por otros, aceptado[^]*Aceptado por Ana/);
  });

  it('counts no more once the kit finds it otherwise, and both ways are named', async () => {
    const other = { ...sampleEvents['put-back'], outcome: 'gone', found: 'absent', left: 'absent' } as const;
    await append({ type: 'run-started', run: 'kit-put-back', plan: '' }, other, {
      type: 'run-ended',
      run: 'kit-put-back',
      outcome: 'incomplete',
    });
    const report = await antesala(['report', folder, '-f', 'text']);
    expect(report.out).toContain('that counts no more');
    expect(report.out).toMatch(/NOT EVERYTHING IS BACK[^]*--force\)[^]*accept it \(--accept\)/);
    expect(await antesala(accept)).toMatchObject({ code: 0, out: expect.stringContaining('gone, accepted') });
  });
});
