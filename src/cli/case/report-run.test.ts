import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../../caselog/open-case.js';
import { verificationShape } from '../../caselog/printed-shapes.js';
import type { CaseReport } from '../../model/case-report.js';
import { caseReportShape } from '../../model/case-report-shape.js';
import { commandLine } from '../../testing/command-line.js';
import { liveCase } from '../../testing/lived-case.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-report-run-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (...names: readonly string[]): string => join(root, ...names);
const now = () => new Date('2026-11-26T09:00:00.000Z');
const antesala = (args: readonly string[], language: 'en' | 'es' = 'es') => commandLine(args, { language, now });
const events = async (folder: string) => (await openCase(folder, { write: false, actor: '', now })).events;

beforeAll(async () => {
  const { log } = await liveCase(place('case'));
  await log.close();
});

describe('report CASE', () => {
  it('shows how the case stands, and writes nothing', async () => {
    const before = (await events(place('case'))).length;
    const { code, out, err } = await antesala(['report', place('case')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('NO TODO HA QUEDADO COMO ESTABA');
    expect(out).toContain('Servicio DefWatch: cambiado por otros');
    expect(out).not.toContain('Copia del registro guardada en el servidor');
    expect((await antesala(['report', place('case'), '--all'])).out).toContain('Copia del registro guardada');
    expect((await events(place('case'))).length).toBe(before);
  });

  it.each([
    ['html', /^<!doctype html>\n<html lang="es">[^]*Gestoría Núñez/],
    ['markdown', /^# Gestoría Núñez: No todo ha quedado como estaba\n/],
    ['json', /^\{\n {2}"schema": "antesala.case-report\/1"/],
    ['pdf', /^%PDF-1\.7/],
  ])('as %s is kept as evidence, and is what is written', async (format, expected) => {
    const file = place(`r.${format}`);
    const { seq } = (await events(place('case'))).at(-1) ?? { seq: 0 };
    expect(await antesala(['report', place('case'), '-f', format, '-o', file])).toEqual({
      code: 0,
      out: '',
      err: `Escrito: ${file}\n`,
    });
    expect(readFileSync(file, format === 'pdf' ? 'latin1' : 'utf8')).toMatch(expected);
    const event = (await events(place('case'))).at(-1);
    expect(event).toMatchObject({ type: 'evidence-stored', kind: 'report', data: { format, upTo: seq } });
    const sha256 = event?.type === 'evidence-stored' ? event.sha256 : '';
    expect(readFileSync(place('case', 'evidence', sha256)).equals(readFileSync(file))).toBe(true);
  });

  it.each(['html', 'markdown', 'json', 'pdf'])('an edited %s is found out, the one issued holds', async format => {
    const file = place(`r.${format}`);
    const verify = ['verify', file, '--case', place('case'), '--json'];
    const whole = await antesala(verify);
    expect(whole.code).toBe(0);
    expect(verificationShape.parse(JSON.parse(whole.out))).toMatchObject({
      ok: true,
      report: { matches: true, storedAs: expect.any(Number) },
    });
    const bytes = readFileSync(file);
    writeFileSync(place('edited'), Buffer.concat([bytes.subarray(0, bytes.length - 3), Buffer.from(' }\n')]));
    const edited = await antesala(['verify', place('edited'), '--case', place('case')]);
    expect(edited).toMatchObject({ code: 1, out: expect.stringContaining('no es ninguno de los que ha emitido') });
  });

  it('in JSON names the event it goes up to, and an edit of that is found out', async () => {
    const report = caseReportShape.parse(JSON.parse(readFileSync(place('r.json'), 'utf8')));
    const lie: CaseReport['case'] = { ...report.case, sha256: '0'.repeat(64) };
    writeFileSync(place('lie.json'), JSON.stringify({ ...report, case: lie }));
    const { code, out } = await antesala(['verify', place('lie.json'), '--case', place('case')]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('no se hizo a partir de este registro') });
  });

  it('goes to the standard output as it was kept', async () => {
    const { out } = await antesala(['report', place('case'), '-f', 'markdown'], 'en');
    expect(out).toMatch(/^# Gestoría Núñez: Not everything is back as it was\n/);
    writeFileSync(place('out.md'), out);
    expect((await antesala(['verify', place('out.md'), '--case', place('case')])).code).toBe(0);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['as JUnit', ['-f', 'junit'], /no existe en JUnit/],
    ['a PDF to the terminal', ['-f', 'pdf'], /añada -o ARCHIVO/],
    ['for another path', ['--to', 'ws2022'], /son para grabaciones/],
    ['at another time', ['--at', '2026-01-01'], /son para grabaciones/],
    ['to a folder that is not there', ['-f', 'html', '-o', place('none', 'r.html')], /No se pudo escribir/],
  ])('%s ends with 2', async (_, args, expected) =>
    expect(await antesala(['report', place('case'), ...args])).toMatchObject({
      code: 2,
      err: expect.stringMatching(expected),
    }),
  );

  it('an assessment is not made as PDF', async () =>
    expect(
      await antesala(['report', 'recordings/debian12-server.json', '-f', 'pdf', '-o', place('a.pdf')]),
    ).toMatchObject({ code: 2, err: expect.stringMatching(/Solo el informe de un caso/) }));

  it('of a case that another run has ends with 6, but can be shown', async () => {
    const log = await openCase(place('case'), { write: true, actor: 'eva@x', now });
    expect((await antesala(['report', place('case'), '-f', 'html', '-o', place('x.html')])).code).toBe(6);
    expect((await antesala(['report', place('case')])).code).toBe(0);
    await log.close();
  });

  it('of a damaged case ends with 1', async () => {
    cpSync(place('case'), place('damaged'), { recursive: true });
    const text = readFileSync(place('damaged', 'case.jsonl'), 'latin1');
    writeFileSync(place('damaged', 'case.jsonl'), text.replace('"no-go"', '"go"'), 'latin1');
    for (const more of [[], ['-f', 'json']]) {
      expect((await antesala(['report', place('damaged'), ...more])).code).toBe(1);
    }
  });
});
