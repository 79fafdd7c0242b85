import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianMirror, parseAptSources } from './apt-sources.js';
import type { Layout } from './paths.js';
import { attempt, LabError, run } from './run.js';

/** A Debian release as a chroot that is built once and then only read. */
export interface Base {
  readonly suite: string;
  readonly packages: readonly string[];
  /** Locales to generate, as localedef names them. */
  readonly locales: readonly string[];
}

export const wineBase: Base = {
  suite: 'trixie',
  packages: ['wine', 'wine64', 'openssh-server', 'openssh-sftp-server', 'locales', 'procps'],
  locales: ['es_ES', 'en_US'],
};

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Programs of the machine itself, with the Debian package that brings each. */
const hostPrograms: readonly (readonly [string, string])[] = [
  ['debootstrap', 'debootstrap'],
  ['unshare', 'util-linux'],
  ['ssh', 'openssh-client'],
  ['x86_64-w64-mingw32-gcc', 'gcc-mingw-w64-x86-64-win32'],
  ['x86_64-w64-mingw32-windres', 'binutils-mingw-w64-x86-64'],
  ['dpkg-deb', 'dpkg'],
];

/** Refuses anything but root on Debian, and installs the Debian packages that are missing, saying which. */
export function requireMachine(): void {
  if (process.getuid?.() !== 0)
    throw new LabError('The lab needs root: it builds chroots and starts sshd. Run it as root on a Debian machine.');
  if (!existsSync('/etc/debian_version'))
    throw new LabError('The lab needs a Debian machine: it uses debootstrap and apt.');
  const missing = hostPrograms.filter(([program]) => attempt('sh', ['-c', `command -v ${program}`]).code !== 0);
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  say(`Installing with apt: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update'], { env });
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}

/** Every mount under a folder, deepest first, as the kernel lists them. */
export function mountsUnder(folder: string): string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map(line =>
      (line.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
    )
    .filter(mount => mount === folder || mount.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length);
}

/** Throws when anything is mounted inside: copying or deleting through a mount would reach the machine itself. */
export function requireUnmounted(folder: string): void {
  const mounts = mountsUnder(folder);
  if (mounts.length > 0)
    throw new LabError(`Still mounted: ${mounts.join(', ')}. Run "umount" on each, then try again.`);
}

/** Builds the chroot unless it is there. An unfinished one carries another name, so it is never taken for finished. */
export function ensureBase(layout: Layout, base: Base): string {
  const root = layout.base(base.suite);
  const stamp = join(root, 'lab-base.json');
  const wanted = JSON.stringify(base);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return root;
  const building = `${root}.building`;
  for (const leftover of [root, building]) {
    requireUnmounted(leftover);
    rmSync(leftover, { recursive: true, force: true });
  }
  mkdirSync(join(root, '..'), { recursive: true });
  say(`Building the ${base.suite} chroot (once, about a minute)`);
  const mirror = machineMirror();
  run('unshare', ['--mount', 'debootstrap', '--variant=minbase', base.suite, building, mirror.archive]);
  configureApt(building, base.suite, mirror);
  inBareChroot(
    building,
    `
    apt-get -qq update
    apt-get -qq -y install --no-install-recommends ${base.packages.join(' ')}
    for locale in ${base.locales.join(' ')}; do localedef -i $locale -f UTF-8 $locale.UTF-8; done`,
  );
  writeFileSync(join(building, 'etc/hosts'), '127.0.0.1 localhost\n');
  writeFileSync(join(building, 'lab-base.json'), wanted);
  renameSync(building, root);
  return root;
}

/** Runs a script in a chroot with /proc and nothing else, in namespaces that end with it. */
export function inBareChroot(root: string, script: string): string {
  const inner = `set -e; mount -t proc proc "$0/proc"; exec chroot "$0" /bin/sh -ec "$1"`;
  const env = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    DEBIAN_FRONTEND: 'noninteractive',
    LC_ALL: 'C.UTF-8',
    HOME: '/root',
  };
  return run('unshare', ['--mount', '--pid', '--fork', '--kill-child', '/bin/sh', '-c', inner, root, script], { env });
}

/** A short name for content: equal content, equal name. */
export const fingerprint = (content: string | Buffer) =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

type Mirror = NonNullable<ReturnType<typeof debianMirror>>;

/** The mirror the machine itself uses: this project names none. */
function machineMirror(): Mirror {
  const folder = '/etc/apt/sources.list.d';
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter(f => /\.(list|sources)$/.test(f))
        .map(f => join(folder, f))
    : [];
  const texts = ['/etc/apt/sources.list', ...files].filter(existsSync).map(f => readFileSync(f, 'utf8'));
  const codename = /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
  const mirror = debianMirror(texts.flatMap(parseAptSources), codename);
  if (!mirror)
    throw new LabError(`No Debian mirror for "${codename}" in the machine's apt sources (/etc/apt); add one.`);
  return mirror;
}

function configureApt(root: string, suite: string, mirror: Mirror): void {
  const lines = [`deb ${mirror.archive} ${suite} main`, `deb ${mirror.archive} ${suite}-updates main`];
  if (mirror.security) lines.push(`deb ${mirror.security} ${suite}-security main`);
  writeFileSync(join(root, 'etc/apt/sources.list'), `${lines.join('\n')}\n`);
  const own = run('apt-config', ['dump'])
    .split('\n')
    .filter(line => /^Acquire::(Check|http|https)/.test(line));
  writeFileSync(join(root, 'etc/apt/apt.conf.d/99machine'), `${own.join('\n')}\n`);
  // Nothing starts by itself while packages are installed in a chroot.
  writeFileSync(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
}
