import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/hosts/executors/wsh');

/** The programs for Windows Script Host: the one that asks holds nothing that could change a server. */
export interface AgentProgram {
  /** Folder of its tsconfig.json, from the executor's. */
  readonly sources: string;
  readonly generated: string;
  readonly exportName: string;
}

export const agentPrograms: readonly AgentProgram[] = [
  { sources: 'agent', generated: join(folder, 'agent.generated.ts'), exportName: 'agentProgram' },
  { sources: 'agent/acting', generated: join(folder, 'acting.generated.ts'), exportName: 'actingProgram' },
  { sources: 'agent/kit', generated: join(folder, 'kit.generated.ts'), exportName: 'kitProgram' },
];

/** Compiles a program for Windows Script Host with the last TypeScript that writes ECMAScript 3. */
export function compileAgent({ sources }: AgentProgram): string {
  const compiler = createRequire(import.meta.url).resolve('typescript-es3/lib/tsc.js');
  const out = mkdtempSync(join(tmpdir(), 'build-wsh-'));
  try {
    const file = join(out, 'agent.js');
    const ran = spawnSync(process.execPath, [compiler, '-p', join(folder, sources), '--outFile', file], {
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
export function generatedModule({ sources, exportName }: AgentProgram, program: string): string {
  const lines = program
    .split('\r\n')
    .slice(0, -1)
    .map(line => `  ${quoted(line)},\n`);
  const end = `\n].map(line => \`\${line}\\r\\n\`).join('');\n`;
  return `// Written by scripts/build-wsh.ts from ${sources}/; do not edit.\nexport const ${exportName}: string = [\n${lines.join('').trimEnd()}${end}`;
}

const quoted = (line: string) => `'${line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const agent of agentPrograms) {
    const wanted = generatedModule(agent, compileAgent(agent));
    if (!argv.includes('--check')) writeFileSync(agent.generated, wanted);
    else if (readFileSync(agent.generated, 'utf8') !== wanted) {
      process.stderr.write(`${agent.generated} is older than ${agent.sources}/; run: npx tsx scripts/build-wsh.ts\n`);
      process.exitCode = 1;
    }
  }
}
