import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../i18n/text.js';
import { aFinding, anAssessment, oneOfEach } from '../../testing/assessment.js';
import { chromiumArgs, chromiumProgram } from '../../testing/chromium.js';
import { htmlReport } from './page.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const here = existsSync(chromiumProgram);
if (!here) console.warn('left out: the report in a browser, since Debian’s chromium is not installed');

describe.skipIf(!here)('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'antesala-page-'));
  const file = join(folder, 'report.html');
  let browser: Browser;

  beforeAll(async () => {
    const remedy = {
      kind: 'command',
      text: say({ en: 'Make room.', es: 'Haga sitio.' }),
      command: 'apt-get clean',
    } as const;
    const question = say({ en: 'Is it the newest?', es: '¿Es la última?' });
    writeFileSync(
      file,
      htmlReport(
        anAssessment([
          ...oneOfEach,
          aFinding({ remedy, resource: 'C:' }),
          aFinding({ state: 'manual', severity: 'medium', section: 'data', question }),
        ]),
        'es',
      ),
    );
    browser = await chromium.launch({ executablePath: chromiumProgram, args: [...chromiumArgs] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (scheme: 'light' | 'dark', width = 1200): Promise<Page> => {
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  it.each(['light', 'dark'] as const)('has no accessibility violation in %s, in either language', async scheme => {
    const page = await open(scheme);
    for (const language of ['Español', 'English']) {
      await page.getByText(language, { exact: true }).click();
      // The page's own policy forbids scripts; axe is put in by the browser, not by the page
      const violations = await page.evaluate(
        `(async () => { ${await source()}; return (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | ')); })()`,
      );
      expect(violations).toEqual([]);
    }
    await page.close();
  });

  it('switches language without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.getByText('No está listo').first().isVisible()).toBe(true);
    expect(await page.getByText('Not ready').first().isVisible()).toBe(false);
    await page.getByText('English', { exact: true }).click();
    expect(await page.getByText('Not ready').first().isVisible()).toBe(true);
    expect(await page.getByText('No está listo').first().isVisible()).toBe(false);
    await context.close();
  });

  it('can be worked with the keyboard alone', async () => {
    const page = await open('light');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByText('Not ready').first().isVisible()).toBe(true);
    await page.close();
  });

  it.each([320, 600, 1600])('does not scroll sideways at %i pixels', async width => {
    const page = await open('light', width);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  });

  it('asks for nothing from outside', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    expect(asked).toEqual([pathToFileURL(file).href]);
    await page.close();
  });
});

async function source(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(axe, 'utf8');
}
