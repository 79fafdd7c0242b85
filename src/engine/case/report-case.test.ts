import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headReference } from '../../caselog/head-reference.js';
import { MemoryLog } from '../../caselog/memory-log.js';
import { same } from '../../i18n/text.js';
import type { CaseReport } from '../../model/case-report.js';
import { caseReportShape } from '../../model/case-report-shape.js';
import type { CaseEvent } from '../../model/event.js';
import { sampleEvents } from '../../testing/case-events.js';
import { type LivedCase, liveCase } from '../../testing/lived-case.js';
import { reportCase } from './report-case.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-report-case-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tell = ({ type }: { readonly type: string }) => same(type);

describe('the report of a whole life', () => {
  let life: LivedCase;
  let report: CaseReport;
  beforeAll(async () => {
    life = await liveCase(join(folder, 'case'));
    report = await reportCase(life.log, { now: life.host.now(), version: '0.1.0', tell });
  });
  afterAll(() => life.log.close());

  it('is as its schema says, speaks of the log as it stands, and is the same again', async () => {
    expect(caseReportShape.safeParse(JSON.parse(JSON.stringify(report))).error?.issues ?? []).toEqual([]);
    expect(report.case).toEqual(headReference(life.log));
    expect(await reportCase(life.log, { now: life.host.now(), version: '0.1.0', tell })).toEqual(report);
  });

  it('tells how it ended', () => {
    expect(report.stage).toBe('put-back-incomplete');
    expect(report.server).toMatchObject({ computer: 'SERVIDOR', to: 'Windows Small Business Server 2003' });
    expect(report.decisions.map(({ verdict, standing }) => [verdict, standing])).toEqual([
      ['go', 'used'],
      ['no-go', 'replaced'],
    ]);
    expect(report.upgrade?.to).toContain('2003');
  });

  it('has every item that was put back with its outcome, and both values of what drifted', () => {
    const outcomes = Object.fromEntries((report.putBack ?? []).map(({ name, outcome }) => [name, outcome]));
    expect(outcomes).toMatchObject({
      'service:DefWatch': 'drifted',
      'service:ContaPlusLicencias': 'gone',
      'service:ContaPlusServidor': 'failed',
      'service:APCPBEServer': 'restored',
    });
    expect(Object.values(outcomes)).toContain('kept');
    expect(report.putBack?.find(({ outcome }) => outcome === 'drifted')).toMatchObject({
      was: { start: 'auto', running: true },
      prepared: { start: 'disabled', running: false },
      left: { start: 'manual', running: false },
      by: 'ana@taller',
    });
  });

  it('tells of every item when it was really done, also after a second run that found it so', () => {
    const items = (report.plan?.steps ?? []).flatMap(step => step.items);
    const change = items.find(({ id }) => id === 'disk-tools/service:DefWatch');
    expect(change).toMatchObject({ outcome: 'changed', from: { start: 'auto' }, to: { start: 'disabled' } });
    const outcomes = life.log.events.filter(event => event.type === 'outcome' && event.item === change?.id);
    expect(outcomes).toHaveLength(2);
    expect(change).toMatchObject({ at: outcomes[0]?.at, seconds: expect.any(Number) });
    expect(items.filter(({ outcome }) => outcome === 'pending' || outcome === 'open')).toEqual([]);
    expect(report.plan?.steps.find(({ step }) => step === 'log-off-users')?.state).toBe('left-out');
  });

  it('has what people stated, and the question each is about', () => {
    expect(report.statements.filter(({ kind }) => kind === 'waiver').length).toBeGreaterThan(0);
    expect(report.statements.every(({ standing }) => standing === 'counts')).toBe(true);
    expect(report.statements.every(({ about }) => about !== null)).toBe(true);
  });

  it('says a month later that decisions and statements have expired, and nothing else differs', async () => {
    const later = await reportCase(life.log, { now: new Date('2027-02-01T00:00:00.000Z'), version: '0.1.0', tell });
    expect(new Set(later.statements.map(({ standing }) => standing))).toEqual(new Set(['expired']));
    const { madeAt: _m, statements: _s, ...rest } = later;
    const { madeAt: _m2, statements: _s2, ...before } = report;
    expect(rest).toEqual(before);
  });

  it('completes the connection sheet with what a person wrote', () =>
    expect(report.connection?.find(({ id }) => id === 'dns')).toMatchObject({
      values: ['192.168.16.2', '80.58.61.250'],
      by: 'person',
    }));

  it('has comparison, evidence, copy and signature', () => {
    expect(report.comparison?.found).toEqual(JSON.parse(JSON.stringify(life.comparison)));
    expect(report.evidence.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['recording', 'plan', 'rehearsal']));
    expect(report.copy).toMatchObject({ path: expect.stringContaining('case.jsonl'), differs: null });
    expect(report.signatures).toMatchObject([{ by: 'Ana Núñez', holds: true }]);
  });

  it('tells every event, the main ones apart', () => {
    expect(report.timeline.map(({ seq }) => seq)).toEqual(life.log.events.map(({ seq }) => seq));
    const main = report.timeline.filter(event => event.main).map(({ type }) => type);
    expect(main).toEqual(expect.arrayContaining(['gate-decided', 'upgrade-seen', 'handed-over', 'signed']));
    expect(main).not.toContain('intent');
  });
});

describe('the report of a log', () => {
  const { intent, outcome, 'put-back': putBack, 'run-started': started, 'run-ended': ended } = sampleEvents;
  const back: CaseEvent = { ...started, run: 'put-back' };
  const go: CaseEvent = { ...sampleEvents['gate-decided'], verdict: 'go', reasons: [] };
  const now = new Date('2026-11-25T12:00:00.000Z');
  const of = async (...events: readonly CaseEvent[]): Promise<CaseReport> => {
    const log = new MemoryLog('2026-11-25-0123456789abcdef', { now: () => now, actor: 'ana@taller' });
    await log.append(sampleEvents['case-created'], ...events);
    const report = await reportCase(log, { now, version: '0.1.0', tell });
    expect(caseReportShape.safeParse(JSON.parse(JSON.stringify(report))).error?.issues ?? []).toEqual([]);
    return report;
  };

  it.each<[CaseReport['stage'], readonly CaseEvent[]]>([
    ['created', []],
    ['preparing', [started, intent]],
    ['preparing', [started, intent, outcome, ended]],
    ['prepared', [started, intent, outcome, { ...ended, outcome: 'done' }]],
    ['prepared', [started, intent, outcome, sampleEvents['handed-over'], ended]],
    ['decided-no-go', [started, sampleEvents['gate-decided']]],
    ['decided-go', [started, go]],
    ['preparing', [go, started, intent]],
    ['upgraded', [started, go, sampleEvents['upgrade-seen']]],
    ['put-back-incomplete', [intent, outcome, back, putBack, { ...ended, run: 'put-back' }]],
    ['put-back-incomplete', [intent, outcome, back, { ...putBack, outcome: 'restored' }]],
    [
      'put-back',
      [intent, outcome, back, { ...putBack, outcome: 'restored' }, { ...ended, run: 'put-back', outcome: 'done' }],
    ],
  ])('that is %s', async (stage, events) => expect((await of(...events)).stage).toBe(stage));

  it('shows what was done for a plan that is no more', async () => {
    const { plan } = await of(started, intent, outcome, sampleEvents['act-intent'], sampleEvents['act-outcome']);
    expect(plan).toMatchObject({ madeAt: null, sha256: null });
    expect(plan?.steps).toMatchObject([
      { step: 'third-party-services', state: 'earlier', items: [{ resource: 'service:Norton', outcome: 'changed' }] },
      { step: 'notify-users', state: 'earlier', items: [{ outcome: 'failed', why: '550 no such user' }] },
    ]);
  });

  it('knows what broke off', async () => {
    const { putBack: items } = await of(intent, outcome, sampleEvents['put-back-intent']);
    expect(items).toMatchObject([{ outcome: 'open', at: null }]);
    expect((await of(started, intent)).plan?.steps[0]?.items).toMatchObject([{ outcome: 'open' }]);
    expect((await of(intent, outcome)).putBack).toMatchObject([{ outcome: 'pending' }]);
  });

  it('keeps apart what only was so already', async () =>
    expect((await of(intent, { ...outcome, outcome: 'already' })).putBack).toBeNull());

  it('says which statements were replaced, and which nothing asks for', async () => {
    const { statements } = await of(sampleEvents.attested, sampleEvents.waived, {
      ...sampleEvents.attested,
      answer: 'no',
    });
    expect(statements.map(({ kind, answer, standing }) => [kind, answer, standing])).toEqual([
      ['answer', 'yes', 'replaced'],
      ['waiver', null, 'not-asked'],
      ['answer', 'no', 'not-asked'],
    ]);
  });

  it('tells of a copy that differs, also when none was ever kept', async () => {
    const differs = { found: 4000, expected: 4096 };
    expect((await of(sampleEvents['copy-kept'], sampleEvents['copy-differs'])).copy).toMatchObject({
      upTo: 12,
      differs,
    });
    expect((await of(sampleEvents['copy-differs'])).copy).toMatchObject({ upTo: 0, differs });
    expect((await of(sampleEvents['copy-differs'], sampleEvents['copy-kept'])).copy).toMatchObject({ differs: null });
  });

  it('tells a signature that does not hold', async () =>
    expect((await of(sampleEvents.signed)).signatures).toMatchObject([{ by: 'Ana', holds: false }]));

  it.each([
    ['counts', '2026-11-25T12:00:01.000Z'],
    ['expired', '2026-11-25T12:00:00.000Z'],
  ])('a decision %s until its end', async (standing, expires) =>
    expect((await of({ ...go, expires })).decisions).toMatchObject([{ standing }]),
  );
});
