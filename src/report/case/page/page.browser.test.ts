import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCaseReport } from '../../../testing/case-report.js';
import { chromiumArgs, chromiumProgram } from '../../../testing/chromium.js';
import { caseHtmlReport } from './page.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const here = existsSync(chromiumProgram);
if (!here) console.warn('left out: the case report in a browser, since Debian’s chromium is not installed');

/** One of each colour that the first test does not show. */
const toned = ['created', 'preparing', 'prepared', 'put-back'] as const;

describe.skipIf(!here)('the case report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'antesala-case-page-'));
  let browser: Browser;
  beforeAll(async () => {
    for (const stage of ['put-back-incomplete', ...toned] as const) {
      writeFileSync(join(folder, `${stage}.html`), caseHtmlReport(aCaseReport({ stage }), 'es'));
    }
    browser = await chromium.launch({ executablePath: chromiumProgram, args: [...chromiumArgs] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (scheme: 'light' | 'dark', width = 1200, stage = 'put-back-incomplete'): Promise<Page> => {
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(join(folder, `${stage}.html`)).href);
    return page;
  };
  // The page's own policy forbids scripts; axe is put in by the browser, not by the page
  const violations = (page: Page): Promise<unknown> =>
    page.evaluate(
      `(async () => { document.querySelectorAll('details').forEach(one => { one.open = true; }); ${readFileSync(axe, 'utf8')}; return (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | ')); })()`,
    );

  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 360],
    ['dark', 360],
  ] as const)('has no accessibility violation in %s at %i pixels, in either language', async (scheme, width) => {
    const page = await open(scheme, width);
    for (const language of ['Español', 'English']) {
      await page.getByText(language, { exact: true }).click();
      expect(await violations(page)).toEqual([]);
    }
    await page.close();
  });

  it.each(toned)('has none in the colours of a case that is %s', async stage => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(scheme, 1200, stage);
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });

  it.each([320, 600, 1600])('does not scroll sideways at %i pixels', async width => {
    const page = await open('light', width);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  });

  it('switches language without scripts, and asks for nothing from outside', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'put-back.html')).href);
    expect(await page.getByText('Todo ha quedado como estaba').first().isVisible()).toBe(true);
    await page.getByText('English', { exact: true }).click();
    expect(await page.getByText('Everything is back as it was').first().isVisible()).toBe(true);
    expect(await page.getByText('Todo ha quedado como estaba').first().isVisible()).toBe(false);
    expect(asked).toHaveLength(1);
    await context.close();
  });

  it.skipIf(!existsSync('/usr/bin/pdftotext'))('has the head of the log on every printed page', async () => {
    const page = await open('dark');
    const file = join(folder, 'print.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    await page.close();
    const { execFileSync } = await import('node:child_process');
    const pages = execFileSync('/usr/bin/pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) expect(text).toContain(`40 · SHA-256 ${'e'.repeat(64)}`);
  });
});
