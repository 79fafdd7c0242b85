import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../i18n/text.js';
import { caseReportShape } from '../../model/case-report-shape.js';
import { aCaseReport, spoiled } from '../../testing/case-report.js';
import { caseMarkdownReport } from './case-markdown.js';
import { caseText } from './case-text.js';
import { caseHtmlReport } from './page/page.js';
import { casePdfReport } from './paper/paper.js';

/** What a host or a person might write in order to be taken for something else. */
const hostile =
  ' </code><script>alert(1)</script></style>\u001b[2J\u202egpj.exe\u2066` | **x** ![y](http://z) ]]> &amp; "q" \'a\' \0\n# h';
const report = spoiled(aCaseReport(), hostile);
const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const folder = mkdtempSync(join(tmpdir(), 'antesala-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const reader = existsSync('/usr/bin/pdftotext');
if (!reader) console.warn('left out: hostile text in a PDF, since Debian’s poppler-utils is not installed');

describe.each(languages)('hostile text in every place of a case report, in %s', language => {
  it('is really in every place', () => {
    expect(JSON.stringify(report).split('<script>').length).toBeGreaterThan(80);
    expect(caseReportShape.safeParse(aCaseReport()).error?.issues ?? []).toEqual([]);
  });

  it('never reaches a terminal', () => {
    for (const all of [false, true]) {
      const text = caseText(report, { language, colors: picocolors.createColors(false), width: 80 }, all);
      expect(text).not.toMatch(dangerous);
      expect(text).toContain('␛[2J');
    }
  });

  it('is escaped in a page', () => {
    const page = caseHtmlReport(report, language);
    expect(page).not.toMatch(/<script|<\/code><script|javascript:/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toMatch(dangerous);
  });

  it('is no Markdown and no HTML in Markdown', () => {
    const text = caseMarkdownReport(report, language);
    const open = text.replaceAll(/^(`{3,})\n[^]*?\n\1$/gm, '');
    expect(open).not.toMatch(/<script|\*\*x\*\*|!\[y\]|^# h/m);
    expect(
      open
        .split('\n')
        .filter(line => line.startsWith('|'))
        .map(line => line.split(/(?<!\\)\|/).length),
    ).toSatisfy((counts: readonly number[]) => counts.every(count => count > 3 && count < 9));
    expect(text).not.toMatch(dangerous);
  });

  it.skipIf(!reader)('is shown as it is on paper', async () => {
    const file = join(folder, `${language}.pdf`);
    writeFileSync(file, await casePdfReport(report, language));
    const text = execFileSync('/usr/bin/pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    expect(text.replaceAll('\f', '')).not.toMatch(dangerous);
    expect(text).toContain('<U+202E>');
  });
});

it('names of thousands of characters fill no pages, and break nowhere else', async () => {
  const long = spoiled(aCaseReport(), 'x'.repeat(20_000));
  const bytes = await casePdfReport(long, 'es');
  const pages =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g) ?? [];
  expect(pages.length).toBeLessThan(80);
});
