// Writes what follows from the units: the registries and the reference. `--check` only says what is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkPage, factPage, indexPage, stepPage } from './reference.js';
import { jsonSchemas } from './schemas.js';
import { loadChecks, loadFacts, loadSteps, type Unit } from './units.js';

const files = new Map<string, string>();
const [checks, facts, steps] = [await loadChecks(), await loadFacts(), await loadSteps()];
files.set('src/checks/registry.generated.ts', registry('Check', '../model/check.js', 'checks', checks));
files.set('src/facts/registry.generated.ts', registry('Fact', '../model/fact.js', 'facts', facts));
files.set('src/steps/registry.generated.ts', registry('Step', '../model/step.js', 'steps', steps));
for (const { id, value } of checks) files.set(`docs/reference/checks/${id}.md`, checkPage(value));
for (const { id, value } of facts) files.set(`docs/reference/facts/${id}.md`, factPage(value));
for (const { id, value } of steps) files.set(`docs/reference/steps/${id}.md`, stepPage(value));
files.set(
  'docs/reference/README.md',
  indexPage(
    checks.map(unit => unit.value),
    facts.map(unit => unit.value),
    steps.map(unit => unit.value),
  ),
);
for (const [name, schema] of Object.entries(jsonSchemas()))
  files.set(`schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);

const stale = [...files]
  .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
  .map(([file]) => file);
const orphans = ['docs/reference/checks', 'docs/reference/facts', 'docs/reference/steps', 'schemas']
  .filter(folder => existsSync(folder))
  .flatMap(folder => readdirSync(folder).map(name => `${folder}/${name}`))
  .filter(file => !files.has(file));

if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file} is stale: run npm run generate`);
  for (const file of orphans) console.error(`${file} belongs to no unit: run npm run generate`);
  process.exit(stale.length + orphans.length === 0 ? 0 : 1);
}
for (const [file, text] of files) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const file of orphans) rmSync(file);
console.log(`${files.size} files, ${stale.length} changed, ${orphans.length} removed`);

function registry(type: string, from: string, name: string, units: readonly Unit<unknown>[]): string {
  const generic = type === 'Fact' ? 'Fact<unknown>' : type;
  return [
    '// Generated from the files of this folder by `npm run generate`.',
    `import type { ${type} } from '${from}';`,
    ...units.map(unit => `import { ${unit.exported} } from './${unit.id}.js';`),
    '',
    `export const ${name}: readonly ${generic}[] = [`,
    ...units.map(unit => `  ${unit.exported},`),
    '];',
    '',
  ].join('\n');
}
