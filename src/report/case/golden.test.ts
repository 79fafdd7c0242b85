import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { languages } from '../../i18n/text.js';
import { aCaseReport } from '../../testing/case-report.js';
import { caseMarkdownReport } from './case-markdown.js';
import { caseText } from './case-text.js';

describe.each(languages)('a small case in %s', language => {
  it('reads in Markdown as it did', async () =>
    expect(caseMarkdownReport(aCaseReport(), language)).toMatchFileSnapshot(`golden/case.${language}.md`));

  it('reads on a terminal as it did', async () => {
    const style = { language, colors: picocolors.createColors(false), width: 90 };
    await expect(caseText(aCaseReport(), style, false)).toMatchFileSnapshot(`golden/case.${language}.txt`);
  });
});
