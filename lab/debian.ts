import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Base, ensureBase, inBareChroot, requireUnmounted } from './chroot.js';
import type { Enclosure } from './namespace.js';
import type { Layout } from './paths.js';
import type { DebianProfile, ForeignPackage } from './profile.js';
import { LabError, run } from './run.js';
import { layFiles, passwordHash } from './wine.js';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The release a Debian profile is copied from, with the profile's own packages in it. */
const debianBase = (profile: DebianProfile): Base => ({
  suite: profile.suite,
  packages: profile.packages,
  locales: ['es_ES', 'en_US'],
});

/** Makes the guest's own root: a copy of the release, then everything that is not the distribution's. */
export function buildDebianGuest(
  layout: Layout,
  profile: DebianProfile,
  enclosure: Enclosure,
  passwordFile: string,
): void {
  const base = ensureBase(layout, debianBase(profile));
  say(`${profile.name}: copying the ${profile.suite} chroot`);
  const { root } = enclosure;
  requireUnmounted(base);
  requireUnmounted(root);
  rmSync(root, { recursive: true, force: true });
  run('cp', ['-a', '--reflink=auto', base, root]);
  rmSync(join(root, 'lab-base.json'));
  for (const foreign of profile.foreign) {
    const deb = buildPackage(layout, foreign);
    cpSync(deb, join(root, 'tmp/foreign.deb'));
    const units = foreign.enable.map(unit => `'${unit}'`).join(' ');
    inBareChroot(root, `dpkg -i /tmp/foreign.deb; rm /tmp/foreign.deb; systemctl enable ${units}`);
  }
  layFiles(root, profile.files);
  writeFileSync(join(root, 'etc/hosts'), `127.0.0.1 localhost\n127.0.1.1 ${profile.hostname}\n`);
  writeFileSync(join(root, 'etc/hostname'), `${profile.hostname}\n`);
  if (profile.init === 'systemd') letSystemdRun(root);
  const hold = profile.held.length > 0 ? `apt-mark hold ${profile.held.join(' ')}` : '';
  inBareChroot(root, `usermod -p '${passwordHash(passwordFile)}' root\n${profile.script ?? ''}\n${hold}`);
}

/** The guest's own sshd, with the lab's configuration; and nothing else of Debian's may listen beyond the loopback. */
const sshdDropIn = `[Service]
ExecStartPre=
ExecStart=
ExecStart=/usr/sbin/sshd -D -f /lab/guest/etc/sshd_config
`;

function letSystemdRun(root: string): void {
  layFiles(root, { 'etc/systemd/system/ssh.service.d/lab.conf': sshdDropIn });
  // On a server that runs, packages start and restart their services.
  rmSync(join(root, 'usr/sbin/policy-rc.d'));
}

/** The control file of a package. */
export function controlFile({ name, version, maintainer, summary }: ForeignPackage): string {
  if (!/^[a-z0-9][a-z0-9+.-]+$/.test(name)) throw new LabError(`Not a Debian package name: ${name}`);
  const fields = { Package: name, Version: version, Architecture: 'all', Maintainer: maintainer, Description: summary };
  return Object.entries(fields)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('');
}

function buildPackage(layout: Layout, foreign: ForeignPackage): string {
  const tree = join(layout.build, `deb-${foreign.name}`);
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
  writeFileSync(join(tree, 'DEBIAN/control'), controlFile(foreign));
  for (const [path, { content, mode }] of Object.entries(foreign.files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
    chmodSync(join(tree, path), mode ?? 0o644);
  }
  run('dpkg-deb', ['--root-owner-group', '--build', tree, `${tree}.deb`]);
  return `${tree}.deb`;
}
