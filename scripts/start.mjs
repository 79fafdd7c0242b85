// npm start: installs, builds, and assesses the machine it runs on. Arguments after -- go to `antesala assess`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './setup.mjs';

installPackages();
if (!fresh()) {
  console.error('Building…');
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const given = process.argv.slice(2);
const args = given.length > 0 ? given : ['assess', 'local', '--html', 'antesala-report.html'];
const done = spawnSync(process.execPath, ['bin/antesala.js', ...args], { stdio: 'inherit' });
// A no-go is an answer, not a failure of npm start; only real failures keep their exit code.
process.exit(given.length === 0 && (done.status === 1 || done.status === 4) ? 0 : (done.status ?? 1));

function fresh() {
  if (!existsSync('dist/cli.js')) return false;
  const built = statSync('dist/cli.js').mtimeMs;
  return newest('src') < built && statSync('package.json').mtimeMs < built;
}

function newest(folder) {
  return Math.max(...readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
