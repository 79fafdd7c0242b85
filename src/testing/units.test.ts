import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadChecks, loadFacts, loadSteps } from '../../scripts/units.js';
import type { Text } from '../i18n/text.js';

const checks = await loadChecks();
const facts = await loadFacts();
const steps = await loadSteps();

describe.each(checks)('check $id', ({ id, value }) => {
  it('has a test, a page, both languages and a source', () => {
    expect(existsSync(`src/checks/${id}.test.ts`), 'a test beside it').toBe(true);
    expect(existsSync(`docs/reference/checks/${id}.md`), 'a page in the reference').toBe(true);
    expect(value.sources.length, 'a source').toBeGreaterThan(0);
    expect(value.platforms.length).toBeGreaterThan(0);
    for (const text of [value.title, value.why]) bothLanguages(text);
  });
});

describe.each(steps)('step $id', ({ id, value }) => {
  it('has a test, a page, both languages and a source', () => {
    expect(existsSync(`src/steps/${id}.test.ts`), 'a test beside it').toBe(true);
    expect(existsSync(`docs/reference/steps/${id}.md`), 'a page in the reference').toBe(true);
    expect(value.sources.length, 'a source').toBeGreaterThan(0);
    expect(value.platforms.length).toBeGreaterThan(0);
    for (const text of [value.title, value.why, value.changes, value.undone]) bothLanguages(text);
  });
});

describe.each(facts)('fact $id', ({ id, value }) => {
  it('has a page, both languages and a tested reader per platform', () => {
    expect(existsSync(`docs/reference/facts/${id}.md`), 'a page in the reference').toBe(true);
    bothLanguages(value.title);
    for (const platform of Object.keys(value.on)) {
      expect(existsSync(`src/facts/${id}.${platform}.test.ts`), `a test of the ${platform} reader`).toBe(true);
    }
  });
});

it('question ids are unique and readable', () => {
  const seen = new Map<string, string>();
  for (const { id, value } of facts) {
    for (const reader of Object.values(value.on)) {
      for (const question of Object.values(reader.questions)) {
        expect(question.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        const text = JSON.stringify(question);
        expect(seen.get(question.id) ?? text, `${question.id} in ${id}`).toBe(text);
        seen.set(question.id, text);
      }
    }
  }
});

it('every row of the paper that facts can judge has a check', () => {
  const rows = new Set(checks.map(({ value }) => value.row));
  const index = readFileSync('docs/reference/README.md', 'utf8');
  for (const row of rows) expect(index).toContain(`\`${row}\``);
  expect(rows.size).toBe(18);
});

function bothLanguages(text: Text): void {
  expect(text.en.trim()).not.toBe('');
  expect(text.es.trim()).not.toBe('');
  // A sentence that reads the same in both is one nobody translated; single terms (Hardware, Hyper-V) may.
  expect(text.en.split(' ').length <= 3 || text.en !== text.es, text.en).toBe(true);
}
