import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { say } from '../i18n/text.js';
import { aFinding, anAssessment } from '../testing/assessment.js';
import { fleetReport, fleetRow } from './fleet.js';
import { htmlReport } from './html/page.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { textReport } from './text.js';

/** What a host might call a service in order to be taken for something else. */
const hostile =
  '</code><script>alert(1)</script>\u001b[2J\u202egpj.exe` | **x** ]]> &amp; $(reboot) "q" \'a\' %PATH% \0';

const finding = aFinding({
  resource: hostile,
  text: say({ en: `The service ${hostile} runs.`, es: `El servicio ${hostile} está en marcha.` }),
  question: say({ en: `Is ${hostile} known?`, es: `¿Se conoce ${hostile}?` }),
  remedy: { kind: 'command', text: say({ en: 'Stop it.', es: 'Deténgalo.' }), command: `sc stop "${hostile}"` },
  evidence: { name: hostile },
});
const assessment = anAssessment([finding], {
  recording: { ...anAssessment([]).recording, computer: hostile, host: `ssh://${hostile}` },
  system: { en: hostile, es: hostile },
});
const look = { language: 'en', colors: picocolors.createColors(false), width: 100, all: true } as const;

const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

describe('hostile text from a host', () => {
  it('never reaches a terminal', () => {
    expect(textReport(assessment, look)).not.toMatch(dangerous);
    expect(
      fleetReport([fleetRow(hostile, assessment), { host: hostile, failure: say({ en: 'x', es: 'x' }) }], look),
    ).not.toMatch(dangerous);
  });

  it('is escaped in HTML', () => {
    const page = htmlReport(assessment, 'en');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(dangerous);
    expect(page).toContain('&lt;script&gt;');
  });

  it('is no Markdown and no HTML in Markdown', () => {
    const text = markdownReport(assessment, 'es');
    expect(text.replaceAll(/^ {4}.*$/gm, '')).not.toMatch(/<script|\*\*x\*\*/);
    expect(text).not.toMatch(dangerous);
  });

  it('is well-formed XML in JUnit', () => {
    const text = junitReport([assessment], 'en');
    expect(text).not.toMatch(dangerous);
    expect(text).not.toContain('<script');
    expect(text).not.toContain(']]>');
  });
});

it('a remedy’s address becomes a link only when it is one of the web', () => {
  const page = (url: string): string =>
    htmlReport(
      anAssessment([aFinding({ remedy: { kind: 'hint', text: say({ en: 'Read.', es: 'Lea.' }), url } })]),
      'en',
    );
  expect(page('https://example.org/x')).toContain('<a href="https://example.org/x"');
  expect(page('javascript:alert(1)')).not.toContain('href="javascript');
});
