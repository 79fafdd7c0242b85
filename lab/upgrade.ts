import { loginCommand } from './login.js';
import { attempt, LabError } from './run.js';
import type { LabHost } from './state.js';

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

/** Upgrades a running Debian of the lab to the next release, as its administrator would. Takes minutes; throws when it fails. */
export function upgradeDebian(
  host: LabHost,
  from: string,
  to: string,
): { readonly seconds: number; readonly log: string } {
  const begun = Date.now();
  const [program = '', ...args] = loginCommand(host);
  const { code, out, err } = attempt(program, [...args, 'sh'], { input: upgradeScript(from, to), timeout: 1_800_000 });
  if (code !== 0) {
    throw new LabError(
      `${host.name} could not be upgraded (code ${code}):\n${`${out}\n${err}`.trim().split('\n').slice(-20).join('\n')}`,
    );
  }
  return { seconds: (Date.now() - begun) / 1000, log: out };
}
