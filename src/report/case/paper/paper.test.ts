import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aCaseReport } from '../../../testing/case-report.js';
import { casePdfReport } from './paper.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = existsSync('/usr/bin/pdftotext');
if (!here) console.warn('left out: the text of a PDF, since Debian’s poppler-utils is not installed');

const read = (program: string, bytes: Uint8Array, ...args: readonly string[]): string => {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  return execFileSync(program, [...args, file, ...(program.endsWith('totext') ? ['-'] : [])], { encoding: 'utf8' });
};

describe('a case report on paper', () => {
  it('names its language and is tagged, and the same report gives the same bytes', async () => {
    const report = aCaseReport();
    const [spanish, english] = [await casePdfReport(report, 'es'), await casePdfReport(report, 'en')];
    const text = Buffer.from(spanish).toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/Lang (es)');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/DisplayDocTitle true');
    expect(Buffer.from(english).toString('latin1')).toContain('/Lang (en)');
    expect(Buffer.from(await casePdfReport(report, 'es')).equals(Buffer.from(spanish))).toBe(true);
  });

  it.skipIf(!here)(
    'has the Spanish sentences, with every accent, and what the log’s head is on every page',
    async () => {
      const bytes = await casePdfReport(aCaseReport(), 'es');
      const text = read('/usr/bin/pdftotext', bytes, '-raw');
      const flowing = text.replaceAll(/\s+/g, ' ');
      for (const words of [
        'Gestoría Núñez',
        'No todo ha quedado como estaba',
        'Small Business Server 2000 -> Windows Small Business Server 2003',
        'Servicio DefWatch: cambiado por otros',
        '¿Hay copia?',
        'Detener «DefWatch».',
        'Se amplía en enero: cuesta 90 €',
        'antesala verify INFORME --case CASO',
        'Técnico',
      ])
        expect(flowing).toContain(words);
      const pages = text.split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) expect(page).toContain(`evento 40 · SHA-256 ${'e'.repeat(64)}`);
    },
  );

  it.skipIf(!here)('has a title, headings and tables for those who do not see it', async () => {
    const bytes = await casePdfReport(aCaseReport(), 'es');
    expect(read('/usr/bin/pdfinfo', bytes)).toMatch(/Title: +Gestoría Núñez: No todo[^]*Tagged: +yes/);
    const tree = read('/usr/bin/pdfinfo', bytes, '-struct');
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'LI']) {
      expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    }
  });
});
