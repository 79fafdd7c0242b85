import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/hosts/executors/wsh');
export const generatedFile = join(folder, 'agent.generated.ts');

/** Compiles the program of the Windows Script Host executor with the last TypeScript that writes ECMAScript 3. */
export function compileAgent(): string {
  const compiler = createRequire(import.meta.url).resolve('typescript-es3/lib/tsc.js');
  const out = mkdtempSync(join(tmpdir(), 'build-wsh-'));
  try {
    const file = join(out, 'agent.js');
    const ran = spawnSync(process.execPath, [compiler, '-p', join(folder, 'agent'), '--outFile', file], {
      encoding: 'utf8',
    });
    if (ran.status !== 0 || !existsSync(file))
      throw new Error(`The agent does not compile:\n${ran.stdout}${ran.stderr}`);
    return readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The module that carries the compiled program, so that users need no compiler. */
export function generatedModule(program: string): string {
  const lines = program
    .split('\r\n')
    .slice(0, -1)
    .map(line => `  ${quoted(line)},\n`);
  const end = `\n].map(line => \`\${line}\\r\\n\`).join('');\n`;
  return `// Written by scripts/build-wsh.ts from agent/; do not edit.\nexport const agentProgram: string = [\n${lines.join('').trimEnd()}${end}`;
}

const quoted = (line: string) => `'${line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

if (argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = generatedModule(compileAgent());
  if (!argv.includes('--check')) writeFileSync(generatedFile, wanted);
  else if (readFileSync(generatedFile, 'utf8') !== wanted) {
    process.stderr.write('agent.generated.ts is older than agent/; run: npx tsx scripts/build-wsh.ts\n');
    process.exitCode = 1;
  }
}
