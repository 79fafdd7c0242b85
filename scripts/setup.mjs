// What npm start and npm test share: the packages of the lock file, and Debian packages where we may install them.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.antesala-lock';

/** Installs the npm packages of the lock file unless exactly these are there already. */
export function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Antesala needs Node 20.19 or later; this is ${process.versions.node}. Install a newer one and try again.`);
    process.exit(2);
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the npm packages of the lock file…');
  const npm = (...args) =>
    spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      stdio: ['ignore', 2, 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
  let done = npm('ci');
  // A lock file written where a registry lacks the optional packages of other systems has no entries for them, which npm ci
  // refuses; npm install takes the same versions from the same file, and --no-save leaves that file as it is.
  if (done.status !== 0) done = npm('install', '--no-save');
  if (done.status !== 0) {
    console.error(done.stderr);
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

/**
 * Debian packages that a part of the tests needs. Root on Debian installs what is missing and says so; anybody else is told.
 *
 * @param {Record<string, string>} wanted package -> a file it brings
 * @returns {string[]} the packages still missing
 */
export function debianPackages(wanted) {
  const missing = () => Object.entries(wanted).filter(([, file]) => !existsSync(file)).map(([name]) => name);
  const lacking = missing();
  if (lacking.length === 0) return [];
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return lacking;
  console.error(`Installing Debian packages: ${lacking.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 2], env };
  try {
    execFileSync('apt-get', ['-qq', 'update'], quiet);
    execFileSync('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...lacking], quiet);
  } catch (error) {
    console.error(`apt-get failed: ${error instanceof Error ? error.message : error}`);
  }
  return missing();
}
