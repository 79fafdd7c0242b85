import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { down, status, up } from './guests.js';
import { loginCommand } from './login.js';
import type { Layout } from './paths.js';
import type { DebianProfile, Profile, WineProfile } from './profile.js';
import { sbs2000esUpgraded } from './profiles/sbs2000-es-upgraded.js';
import { type RegistryTree, regFile } from './registry.js';
import { attempt, LabError } from './run.js';
import type { LabHost } from './state.js';

/** What the upgrade of a Windows-like host changes, by profile and by what it becomes. */
const windowsUpgrades: Readonly<Record<string, Readonly<Record<string, RegistryTree>>>> = {
  'sbs2000-es': { sbs2003: sbs2000esUpgraded },
};

/** The releases that a running host can be upgraded to. */
export function upgradesOf(profile: Profile): readonly string[] {
  if (profile.kind === 'wine') return Object.keys(windowsUpgrades[profile.name] ?? {});
  return profile.suite === 'bookworm' ? ['trixie'] : [];
}

/** Upgrades a running host of the lab. Throws when it fails, or nobody knows how. Seconds: a Debian takes minutes. */
export async function upgrade(layout: Layout, profile: Profile, host: LabHost, to: string): Promise<number> {
  if (!upgradesOf(profile).includes(to)) {
    throw new LabError(
      `${profile.name} cannot be upgraded to "${to}"; it can be to: ${upgradesOf(profile).join(', ') || 'nothing'}.`,
    );
  }
  const begun = Date.now();
  if (profile.kind === 'debian') upgradeDebian(host, profile, to);
  else await upgradeWindows(layout, profile, host, windowsUpgrades[profile.name]?.[to] ?? {});
  return (Date.now() - begun) / 1000;
}

/**
 * What Debian's release notes tell an administrator to do, without questions: the release's name in the distribution's own sources is
 * replaced, then all packages are upgraded. Configuration files that were changed are kept.
 */
export function upgradeScript(from: string, to: string): string {
  return `set -e
grep -q '^VERSION_CODENAME=${from}$' /etc/os-release || { echo 'this is no ${from}' >&2; exit 3; }
sed -i 's/\\b${from}\\b/${to}/g' /etc/apt/sources.list
export DEBIAN_FRONTEND=noninteractive APT_LISTCHANGES_FRONTEND=none LC_ALL=C.UTF-8
apt-get -q update
apt-get -q -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold full-upgrade
grep -q '^VERSION_CODENAME=${to}$' /etc/os-release
`;
}

/** As its administrator would. */
function upgradeDebian(host: LabHost, { suite }: DebianProfile, to: string): void {
  const [program = '', ...args] = loginCommand(host);
  const { code, out, err } = attempt(program, [...args, 'sh'], { input: upgradeScript(suite, to), timeout: 1_800_000 });
  if (code !== 0) throw failed(host, code, `${out}\n${err}`);
}

/** The registry as set-up leaves it, imported on the host itself; then it restarts, as set-up does. */
async function upgradeWindows(layout: Layout, profile: WineProfile, host: LabHost, tree: RegistryTree): Promise<void> {
  if ((await status(layout, profile)).outdated) {
    // starting it again would build it anew, as it was before
    throw new LabError(`${profile.name} was built from an older profile: npm run lab -- up --fresh ${profile.name}`);
  }
  writeFileSync(join(layout.guest(profile.name), 'prefix/drive_c/lab/upgrade.reg'), regFile(tree));
  const [program = '', ...args] = loginCommand(host);
  const { code, out, err } = attempt(program, [...args, 'regedit /s C:\\lab\\upgrade.reg'], { timeout: 60_000 });
  if (code !== 0) throw failed(host, code, `${out}\n${err}`);
  await down(layout, profile.name);
  await up(layout, profile);
}

function failed(host: LabHost, code: number, said: string): LabError {
  return new LabError(
    `${host.name} could not be upgraded (code ${code}):\n${said.trim().split('\n').slice(-20).join('\n')}`,
  );
}
