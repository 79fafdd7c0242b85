import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { say } from '../i18n/text.js';
import { reportShape } from '../model/schemas.js';
import { aFinding, anAssessment, oneOfEach } from '../testing/assessment.js';
import { fleetReport, fleetRow } from './fleet.js';
import { htmlReport } from './html/page.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { textReport } from './text.js';

const look = { language: 'en', colors: picocolors.createColors(false), width: 80, all: false } as const;
const assessment = anAssessment([...oneOfEach, aFinding()]);

describe('text', () => {
  it('lists what is open and counts what passes', () => {
    const text = textReport(assessment, look);
    expect(text).toContain('NOT READY');
    expect(text).toContain('a-warn');
    expect(text).not.toContain('a-pass');
    expect(text).toContain('1 check passes');
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(140);
  });

  it('lists everything on request, in Spanish too', () => {
    const text = textReport(assessment, { ...look, language: 'es', all: true });
    expect(text).toContain('NO ESTÁ LISTO');
    expect(text).toContain('Correcto');
  });

  it('says that answers are composed and that rights were lacking', () => {
    const recording = {
      ...assessment.recording,
      elevated: false,
      composed: { note: { en: 'From documentation.', es: 'Según la documentación.' }, sources: ['a page'] },
    };
    for (const text of [
      textReport({ ...assessment, recording }, look),
      htmlReport({ ...assessment, recording }, 'en'),
      markdownReport({ ...assessment, recording }, 'en'),
    ]) {
      expect(text).toContain('no machine gave these answers');
      expect(text).toContain('no administrator rights');
    }
  });
});

describe('json', () => {
  it('keeps to its schema and holds both languages', () => {
    const value = JSON.parse(jsonReport(assessment)) as unknown;
    expect(reportShape.safeParse(value).error?.issues ?? []).toEqual([]);
    expect(jsonReport(assessment)).toContain('C: está demasiado llena.');
  });
});

describe('html', () => {
  const page = htmlReport(assessment, 'es');
  it('holds both languages, switches without scripts and needs nothing from outside', () => {
    expect(page).toContain('<span lang="es" class="es">Espacio libre</span>');
    expect(page).toContain('<span lang="en" class="en">Free space</span>');
    expect(page).toMatch(/id="l-es"[^>]*checked/);
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
  });
  it('draws the space', () => expect(page).toContain('20 B libres de 100 B; la actualización necesita 50 B'));
});

describe('junit', () => {
  it('counts failures, errors and questions', () => {
    const text = junitReport([assessment], 'en');
    expect(text).toContain('tests="8" failures="1" errors="2" skipped="2"');
    expect(text.match(/<testcase /g)?.length).toBe(8);
  });
});

describe('markdown', () => {
  it('lists what is open with its remedy', () => {
    const remedy = {
      kind: 'command',
      text: say({ en: 'Make room.', es: 'Haga sitio.' }),
      command: 'apt-get clean',
    } as const;
    const text = markdownReport(anAssessment([aFinding({ remedy })]), 'es');
    expect(text).toContain('# server: No está listo');
    expect(text).toContain('Haga sitio');
    expect(text).toContain('    apt-get clean');
  });
});

describe('fleet', () => {
  it('shows every host and the most frequent blocker first', () => {
    const other = anAssessment([
      aFinding(),
      aFinding({ check: 'memory', title: say({ en: 'Memory', es: 'Memoria' }) }),
    ]);
    const text = fleetReport(
      [fleetRow('a', assessment), fleetRow('b', other), { host: 'c', failure: say({ en: 'x', es: 'x' }) }],
      look,
    );
    expect(text).toContain('No facts');
    expect(text.indexOf('Free space (disk-space)')).toBeLessThan(text.indexOf('Memory (memory)'));
    expect(text).toMatch(/Free space \(disk-space\)\s+2/);
  });
});

it('shows what a finding is about in words where its name is ours', () => {
  const label = say({ en: 'root of the forest', es: 'raíz del bosque' });
  const about = anAssessment([aFinding({ key: 'limits/forest-root', resource: 'forest-root', label })]);
  expect(textReport(about, { ...look, language: 'es' })).toContain(': raíz del bosque');
  expect(markdownReport(about, 'es')).toContain(': raíz del bosque.');
  const page = htmlReport(about, 'es');
  expect(page).toContain('<span lang="es" class="es">raíz del bosque</span>');
  expect(page).not.toContain('<code>forest-root</code>');
});

it('names what blocks where a reader looks first: under the verdict', () => {
  const shown = anAssessment([
    aFinding({ key: 'a', state: 'pass' }),
    aFinding({ key: 'b/C:', resource: 'C:', state: 'fail', severity: 'inhibitor' }),
    aFinding({ key: 'c', state: 'unknown', severity: 'high' }),
    aFinding({ key: 'd', state: 'unknown', severity: 'low' }),
  ]);
  const end = textReport(shown, look).trimEnd().split('\n').slice(-2);
  expect(end.map(line => line.split('  ').at(-1))).toEqual(['b/C:', 'c']);
  const page = htmlReport(shown, 'en');
  expect([...page.matchAll(/href="#(finding-\d+)"/g)].map(found => found[1])).toEqual(['finding-2', 'finding-3']);
  expect(page).toContain('id="finding-2"');
  expect(textReport(shown, { ...look, language: 'es' }).match(/Sin datos, puede impedir/g)?.length).toBe(1);
});
