import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { labDir } from '../paths.js';

const sources = ['Program.cs', 'host.csproj'] as const;
const here = dirname(fileURLToPath(import.meta.url));

/**
 * The real PowerShell engine (the package System.Management.Automation) in a small console program, built once for its sources. It
 * brings the language and .NET, not the modules of an installed PowerShell. Compiled ahead of time, since it starts for every batch.
 *
 * @returns the program, or why there is none
 */
export function powershellHost(): { readonly program: string } | { readonly why: string } {
  const hash = createHash('sha256');
  for (const name of sources) hash.update(readFileSync(join(here, name)));
  const built = join(labDir(), 'powershell', hash.digest('hex').slice(0, 16));
  const program = join(built, 'out', 'host');
  if (existsSync(program)) return { program };
  if (spawnSync('dotnet', ['--version']).status !== 0) return { why: 'the .NET SDK (dotnet) is not installed' };
  const draft = `${built}-${randomBytes(6).toString('hex')}`;
  mkdirSync(draft, { recursive: true });
  for (const name of sources) copyFileSync(join(here, name), join(draft, name));
  const build = spawnSync('dotnet', ['publish', '-v', 'q', '-nologo', '-o', 'out'], {
    cwd: draft,
    encoding: 'utf8',
    timeout: 280_000,
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
  });
  if (build.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const line = build.stdout?.split('\n').find(text => text.includes('error')) ?? build.stderr ?? '';
    return { why: `its build failed: ${line.trim().slice(0, 300)}` };
  }
  try {
    renameSync(draft, built);
  } catch {
    // Another test built it meanwhile.
    rmSync(draft, { recursive: true, force: true });
  }
  return { program };
}
