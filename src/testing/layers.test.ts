import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom, and why: judging must stay pure and usable anywhere, so what touches a host stands above it. */
const may: Readonly<Record<string, readonly string[]>> = {
  i18n: [],
  model: ['i18n'],
  catalog: ['i18n', 'model'],
  paths: ['i18n', 'model', 'catalog'],
  facts: ['i18n', 'model', 'catalog'],
  checks: ['i18n', 'model', 'catalog', 'facts'],
  // what is done about a finding rests on the same judgement as the finding
  steps: ['i18n', 'model', 'catalog', 'facts', 'checks'],
  hosts: ['i18n', 'model'],
  report: ['i18n', 'model'],
  // reaches mail servers and directories, never the server that is upgraded
  notify: ['i18n', 'model'],
  // readers of backups know formats, and nothing of what is proven with them
  backups: ['i18n', 'model'],
  // a proof is evidence for a case, and shares with it how a dead process is told from a living one
  proof: ['i18n', 'model', 'backups', 'caselog'],
  // what is written down must be readable without anything that touches a host, years later
  caselog: ['i18n', 'model'],
  engine: ['i18n', 'model', 'catalog', 'paths', 'facts', 'checks', 'steps', 'hosts', 'notify', 'caselog'],
  cli: [
    'i18n',
    'model',
    'catalog',
    'paths',
    'facts',
    'checks',
    'steps',
    'hosts',
    'notify',
    'caselog',
    'engine',
    'report',
    'backups',
    'proof',
  ],
};

/** Imports of one file as [line, path below src]. */
export function importsOf(file: string, text: string): [number, string][] {
  return text.split('\n').flatMap((line, index): [number, string][] => {
    const found = /(?:from|import)\s*\(?\s*'(\.[^']+)'/.exec(line);
    return found?.[1] ? [[index + 1, relative('src', normalize(join(dirname(file), found[1])))]] : [];
  });
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(name => join('src', name))
  .filter(name => name.endsWith('.ts') && !name.includes('/agent/'));

describe('layers', () => {
  it('import only what they may', () => {
    const wrong = files.flatMap(file => {
      const layer = relative('src', file).split('/')[0] ?? '';
      const test = file.endsWith('.test.ts') || layer === 'testing';
      return importsOf(file, readFileSync(file, 'utf8')).flatMap(([line, target]) => {
        const other = target.split('/')[0] ?? '';
        if (other === layer || test) return [];
        return may[layer]?.includes(other) ? [] : [`${file}:${line} ${layer} may not import ${other}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('have a row for every folder', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter(entry => entry.isDirectory());
    expect(folders.map(entry => entry.name).filter(name => name !== 'testing' && !(name in may))).toEqual([]);
  });

  it.each([
    ["import { a } from '../engine/a.js';", [[1, 'engine/a.js']]],
    ["\nconst b = await import('./b.js');", [[2, 'facts/b.js']]],
    ["import { z } from 'zod';", []],
  ])('an import is seen in %j', (text, expected) => expect(importsOf('src/facts/x.ts', text)).toEqual(expected));

  it('keep every file under 400 lines', () => {
    const long = files
      .filter(file => !file.endsWith('.generated.ts'))
      .filter(file => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
