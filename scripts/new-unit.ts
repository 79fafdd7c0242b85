// Writes the files of a new check, fact or step: `npm run new:check -- my-check row`, `npm run new:fact -- my-fact windows linux`,
// `npm run new:step -- my-step row`.
import { existsSync, writeFileSync } from 'node:fs';
import { rowIds } from '../src/model/row.js';
import { camelCase } from './units.js';

const [kind, id, ...rest] = process.argv.slice(2);
if (!id || !/^[a-z][a-z0-9-]*$/.test(id)) stop('Name the unit in kebab-case, for example my-check.');
const name = camelCase(id);

if (kind === 'check') {
  const row = rest[0] ?? '';
  if (!rowIds.some(one => one === row)) stop(`Name the row it belongs to: ${rowIds.join(', ')}.`);
  write(
    `src/checks/${id}.ts`,
    `import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const ${name} = defineCheck({
  id: '${id}',
  row: '${row}',
  title: say({ en: '', es: '' }),
  why: say({ en: '', es: '' }),
  platforms: ['windows', 'linux'],
  needs: { identity },
  sources: [],
  run: ({ identity }) => ({ state: 'unknown', text: say({ en: identity.name, es: identity.name }) }),
});
`,
  );
  write(`src/checks/${id}.test.ts`, testOf(`${name}.id`, name, id));
} else if (kind === 'step') {
  const row = rest[0] ?? '';
  if (!rowIds.some(one => one === row)) stop(`Name the row it belongs to: ${rowIds.join(', ')}.`);
  write(
    `src/steps/${id}.ts`,
    `import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineStep } from '../model/step.js';

export const ${name} = defineStep({
  id: '${id}',
  row: '${row}',
  phase: 'preparation',
  title: say({ en: '', es: '' }),
  why: say({ en: '', es: '' }),
  changes: say({ en: '', es: '' }),
  undone: say({ en: '', es: '' }),
  platforms: ['windows', 'linux'],
  needs: { identity },
  sources: [],
  plan: ({ identity }) => ({ state: 'blocked', text: say({ en: identity.name, es: identity.name }) }),
});
`,
  );
  write(`src/steps/${id}.test.ts`, testOf(`${name}.id`, name, id));
} else if (kind === 'fact') {
  const platforms = rest.length > 0 ? rest : ['windows', 'linux'];
  if (platforms.some(platform => platform !== 'windows' && platform !== 'linux'))
    stop('Platforms are windows and linux.');
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const readerName = (platform: string): string => `${name}On${platform === 'windows' ? 'Windows' : 'Linux'}`;
  write(
    `src/facts/${id}.ts`,
    `import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
${platforms.map(platform => `import { ${readerName(platform)} } from './${id}.${platform}.js';`).join('\n')}

export interface ${type} {}

export const ${name} = defineFact<${type}>({
  id: '${id}',
  title: say({ en: '', es: '' }),
  on: { ${platforms.map(platform => `${platform}: ${readerName(platform)}`).join(', ')} },
});
`,
  );
  for (const platform of platforms) {
    write(
      `src/facts/${id}.${platform}.ts`,
      `import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { ${type} } from './${id}.js';

export const ${readerName(platform)} = reader<${type}, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: '', es: '' })),
});
`,
    );
    write(
      `src/facts/${id}.${platform}.test.ts`,
      testOf(`${readerName(platform)}.questions`, readerName(platform), `${id}.${platform}`),
    );
  }
} else {
  stop('Say check, fact or step.');
}

function testOf(subject: string, exported: string, file: string): string {
  return `import { expect, it } from 'vitest';
import { ${exported} } from './${file}.js';

// Red on purpose until the table of literals is written.
it('is written', () => expect(${subject}).toBe('not yet'));
`;
}

function write(file: string, text: string): void {
  if (existsSync(file)) stop(`${file} is there already.`);
  writeFileSync(file, text);
  console.log(`${file} written`);
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
