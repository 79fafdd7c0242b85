import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { caseEventShape } from '../../caselog/printed-shapes.js';
import { caseReportShape } from '../../model/case-report-shape.js';
import {
  comparisonShape,
  decisionShape,
  planShape,
  preparedShape,
  putBackShape,
  questionsShape,
  rehearsalShape,
} from '../../model/case-shapes.js';
import { commandLine } from '../../testing/command-line.js';
import { type LivedCase, liveCase } from '../../testing/lived-case.js';
import { printedComparison } from './compare-run.js';
import { printedDecision } from './decide-run.js';
import { printedPrepared } from './prepare-run.js';
import { printedPutBack } from './put-back-run.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-printed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'case');
const now = () => new Date('2026-11-25T20:30:00.000Z');
const antesala = (...args: readonly string[]) => commandLine(args, { now });

const wrong = (shape: z.ZodType, text: string): unknown => shape.safeParse(JSON.parse(text)).error?.issues ?? [];

describe('what commands that need no server print with --json is as its schema says', () => {
  beforeAll(async () => {
    const host = 'recordings/lab-sbs2000-es.json';
    await antesala('case', 'new', 'case', '--host', host, '--to', 'sbs2003', '--in', root);
  });

  it.each<[string, z.ZodType, readonly string[], number]>([
    ['plan', planShape, ['plan', folder], 4],
    ['plan with steps of one’s own', planShape, ['plan', folder, '--choices', join(root, 'choices.json')], 4],
    ['rehearse', rehearsalShape, ['rehearse', folder], 0],
    ['attest without a key', questionsShape, ['attest', folder], 0],
    ['attest', caseEventShape, ['attest', folder, 'recent-backup', 'yes', '--by', 'Ana', '--note', 'disco'], 0],
    ['attest, answered', questionsShape, ['attest', folder], 0],
    ['waive', caseEventShape, ['waive', folder, 'users-logged-on', '--by', 'Ana', '--reason', 'sábado'], 0],
    ['compare', comparisonShape, ['compare', folder, '--facts', 'recordings/lab-sbs2003.json'], 0],
    ['report', caseReportShape, ['report', folder, '-f', 'json'], 0],
  ])('%s', async (_, shape, args, code) => {
    writeFileSync(join(root, 'choices.json'), choices);
    const ran = await antesala(...args, ...(args[0] === 'report' ? [] : ['--json']));
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: '' });
    expect(wrong(shape, ran.out)).toEqual([]);
  });
});

const choices = JSON.stringify({
  window: { starts: '2026-11-28T20:00:00.000Z', ends: '2026-11-29T04:00:00.000Z', timeZone: 'Europe/Madrid' },
  own: [
    {
      kind: 'reversible',
      id: 'own/erp',
      title: 'ERP',
      look: 'x',
      from: { value: 'on', line: 'a' },
      to: { value: 'off', line: 'b' },
    },
    { kind: 'irreversible', id: 'own/siren', title: 'Sirena', line: 'c', reason: 'solo suena' },
  ],
  notify: { to: [{ address: 'luis@contoso.es', language: 'es' }], onScreen: true, smtp: 'smtp://x', from: 'a@b.es' },
});

/** What only a server can make, made by a simulated one; printed by what prints it. */
describe('what commands that need a server print with --json is as its schema says', () => {
  let life: LivedCase;
  beforeAll(async () => {
    life = await liveCase(join(root, 'life'));
    await life.log.close();
  });

  it.each<[string, z.ZodType, () => readonly object[]]>([
    ['prepare', preparedShape, () => [printedPrepared(life.firstPrepared), printedPrepared(life.prepared)]],
    ['decide', decisionShape, () => life.decisions.map(printedDecision)],
    ['put-back', putBackShape, () => [printedPutBack(life.putBack)]],
    ['compare', comparisonShape, () => [printedComparison(life.comparison)]],
    ['plan', planShape, () => [life.plan]],
    ['rehearse', rehearsalShape, () => [life.rehearsal]],
  ])('%s', (_, shape, printed) => {
    for (const object of printed()) expect(wrong(shape, JSON.stringify(object))).toEqual([]);
  });
});
