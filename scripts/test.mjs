// npm test: sets up and runs everything; what cannot run here is named with its reason. `npm test -- --quick` leaves out the lab.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { debianPackages, installPackages } from './setup.mjs';

const quick = process.argv.includes('--quick');
const root = process.getuid?.() === 0 && existsSync('/etc/debian_version');
const leftOut = [];
let passed = 0;
let failed = 0;
let skipped = 0;

installPackages();
const lacking = debianPackages({
  'openssh-server': '/usr/sbin/sshd',
  'openssh-client': '/usr/bin/ssh',
  busybox: '/bin/busybox',
  chromium: '/usr/bin/chromium',
  slapd: '/usr/sbin/slapd',
  restic: '/usr/bin/restic',
  '7zip': '/usr/bin/7zz',
  'qemu-utils': '/usr/bin/qemu-img',
  'ntfs-3g': '/usr/bin/ntfs-3g',
  parted: '/usr/sbin/parted',
  'poppler-utils': '/usr/bin/pdftotext',
});
for (const name of lacking) leftOut.push(`tests that need the Debian package ${name}, which is not installed`);

stage('types', 'npx', ['tsc', '--noEmit', '-p', '.']);
stage('types of the Windows Script Host program', process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build-wsh.ts', '--check']);
stage('lint', 'npx', ['oxlint', '--type-aware', '--deny-warnings', 'src', 'lab', 'bench', 'scripts']);
stage('format', 'npx', ['biome', 'format']);
stage('dead code', 'npx', ['knip']);
stage('generated files', process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/generate.ts', '--check']);
stage('build', process.execPath, ['scripts/build.mjs']);
vitest('tests', [], {});
lab();

for (const reason of leftOut) console.log(`left out: ${reason}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);

function lab() {
  if (quick) return leftOut.push('the lab (asked for with --quick)');
  if (!root) return leftOut.push('the lab: it needs root on Debian (chroots, sshd, Wine)');
  const up = spawnSync('npm', ['run', '--silent', 'lab', '--', 'up'], { stdio: ['ignore', 2, 2] });
  if (up.status !== 0) {
    failed += 1;
    console.log('FAILED lab: it did not come up');
  } else {
    vitest('lab tests', ['--config', 'vitest.lab.config.ts'], { ANTESALA_LAB: '1' });
    if (process.env.ANTESALA_STORY !== '1') leftOut.push('the stories of the guide, which take long (ANTESALA_STORY=1 runs them, npm run story one)');
    if (process.env.ANTESALA_KILLS !== '1') leftOut.push('kills on real servers, which take long (ANTESALA_KILLS=1 runs them, npm run bench -- kills many more)');
  }
  spawnSync('npm', ['run', '--silent', 'lab', '--', 'down'], { stdio: ['ignore', 2, 2] });
}

function stage(name, command, args) {
  const started = Date.now();
  const done = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 << 20 });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (done.status === 0) {
    passed += 1;
    console.log(`ok ${name} (${seconds} s)`);
  } else {
    failed += 1;
    console.log(`FAILED ${name} (${seconds} s)\n${done.stdout}${done.stderr}`);
  }
}

function vitest(name, args, env) {
  const report = `node_modules/.antesala-${name.replaceAll(' ', '-')}.json`;
  rmSync(report, { force: true });
  const done = spawnSync('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (!existsSync(report)) {
    failed += 1;
    console.log(`FAILED ${name}: the test runner gave no result (exit code ${done.status})`);
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + (result.numFailedTests === 0 && done.status !== 0 ? 1 : 0);
  skipped += result.numPendingTests + result.numTodoTests;
}
