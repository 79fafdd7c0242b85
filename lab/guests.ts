import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBase, fingerprint, requireUnmounted, wineBase } from './chroot.js';
import { buildDebianGuest } from './debian.js';
import { installPrograms } from './native.js';
import { branchOf, type Enclosure, findSupervisor, startInside, stop } from './namespace.js';
import { type Layout, sourceDir } from './paths.js';
import type { Profile } from './profile.js';
import { loginCommand } from './login.js';
import { attempt, LabError } from './run.js';
import { answersSsh, clientCredentials, freePort, type Variant, waitForSsh, writeSshd } from './sshd.js';
import { type LabHost, readState, writeState } from './state.js';
import { buildWineGuest, waitForServices } from './wine.js';

const variantsOf: Record<Profile['kind'], readonly Variant[]> = {
  wine: ['banner', 'motd', 'hang', 'drop'],
  debian: ['banner', 'motd', 'hang', 'drop', 'csh'],
};

const userOf = (profile: Profile) => (profile.kind === 'wine' ? profile.user : 'root');

/** Starts a profile, building what is missing or out of date. A running one is left as it is. */
export async function up(layout: Layout, profile: Profile, fresh = false): Promise<LabHost> {
  const guest = layout.guest(profile.name);
  const content = contentOf(profile);
  const known = readState(layout.state)[profile.name];
  const running = known !== undefined && findSupervisor(guest) !== undefined && (await answersSsh(known.port));
  if (running && !fresh && known.content === content) return known;
  await stop(guest);
  const enclosure = prepare(layout, profile, content, fresh);
  const plan = await planPorts(layout, profile);
  const knownHostsFile = writeSshd(guest, layout, plan);
  startInside(enclosure, ['/bin/bash', `/lab/bin/${initOf(profile)}`, branchOf(guest)]);
  if (!(await waitForSsh(plan.port, 60_000)))
    throw new LabError(`${profile.name} does not answer on port ${plan.port}; see ${join(guest, 'log')}.`);
  const found = findSupervisor(guest);
  if (!found) throw new LabError(`${profile.name} ended at once; see ${join(guest, 'log')}.`);
  const host: LabHost = {
    name: profile.name,
    kind: profile.kind,
    host: '127.0.0.1',
    port: plan.port,
    user: plan.user,
    ...clientCredentials(layout),
    knownHostsFile,
    variants: plan.variants,
    pids: { supervisor: found.pid, ...(found.init === undefined ? {} : { init: found.init }) },
    startedAt: new Date().toISOString(),
    content,
  };
  writeState(layout.state, { ...readState(layout.state), [profile.name]: host });
  if (profile.kind === 'wine') await waitForServices(guest, profile, host);
  else if (profile.init === 'systemd') waitForSystemd(host);
  return host;
}

function initOf(profile: Profile): string {
  if (profile.kind === 'wine') return 'wine-init.sh';
  return profile.init === 'systemd' ? 'systemd-init.sh' : 'debian-init.sh';
}

/** Until every unit that starts by itself has done so, or failed to. */
function waitForSystemd(host: LabHost): void {
  const [program = '', ...args] = loginCommand(host);
  const { out, err } = attempt(program, [...args, 'systemctl is-system-running --wait'], { timeout: 60_000 });
  if (!/^(running|degraded)$/m.test(out)) throw new LabError(`systemd of ${host.name} did not start: ${out}${err}`);
}

/** Ends a profile, also one that the state file has forgotten. True when there was something to end. */
export async function down(layout: Layout, name: string): Promise<boolean> {
  const ended = await stop(layout.guest(name));
  const { [name]: _gone, ...rest } = readState(layout.state);
  writeState(layout.state, rest);
  return ended;
}

export interface Status {
  readonly name: string;
  readonly title: string;
  /** `stale`: the state file names it but no process is there; `deaf`: it runs but no sshd answers. */
  readonly state: 'up' | 'down' | 'stale' | 'deaf';
  /** True when the profile has changed since this guest was built. */
  readonly outdated: boolean;
  readonly host?: LabHost;
}

/** Looks at the processes and the port; the state file only says where to look. */
export async function status(layout: Layout, profile: Profile): Promise<Status> {
  const host = readState(layout.state)[profile.name];
  const alive = findSupervisor(layout.guest(profile.name)) !== undefined;
  const answers = host !== undefined && alive && (await answersSsh(host.port));
  const state = answers ? 'up' : alive ? 'deaf' : host ? 'stale' : 'down';
  const outdated = host !== undefined && host.content !== contentOf(profile);
  return { name: profile.name, title: profile.title, state, outdated, ...(host ? { host } : {}) };
}

/** Changes with the profile and with what builds a guest of its kind. */
function contentOf(profile: Profile): string {
  const makers =
    profile.kind === 'wine' ? ['native/service.c', 'native/sc.c', 'guest/wine-clean.sh', 'guest/wine-build.sh'] : [];
  return fingerprint(
    JSON.stringify(profile) + makers.map(file => readFileSync(join(sourceDir, file), 'utf8')).join('\0'),
  );
}

/** Builds the guest unless what lies there came from this very profile. */
function prepare(layout: Layout, profile: Profile, content: string, fresh: boolean): Enclosure {
  const guest = layout.guest(profile.name);
  const root = profile.kind === 'wine' ? ensureBase(layout, wineBase) : join(guest, 'root');
  const enclosure = { root, guest, hostname: profile.hostname };
  const { passwordFile } = clientCredentials(layout);
  installPrograms(layout);
  mkdirSync(guest, { recursive: true });
  const stamp = join(guest, 'built-from');
  if (!fresh && existsSync(stamp) && readFileSync(stamp, 'utf8') === content) return enclosure;
  rmSync(stamp, { force: true });
  requireUnmounted(guest);
  if (profile.kind === 'wine') {
    buildWineGuest(layout, profile, enclosure, passwordFile);
  } else {
    buildDebianGuest(layout, profile, enclosure, passwordFile);
  }
  writeFileSync(stamp, content);
  return enclosure;
}

interface Ports {
  readonly port: number;
  readonly variants: Readonly<Partial<Record<Variant, number>>>;
}

/** The ports of last time when they are still free, so that a client's notes stay right across restarts. */
async function planPorts(layout: Layout, profile: Profile) {
  const file = join(layout.guest(profile.name), 'ports.json');
  const last: Ports = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { port: 0, variants: {} };
  const port = await freePort(last.port);
  const taken = new Set([port]);
  const variants: Partial<Record<Variant, number>> = {};
  for (const variant of variantsOf[profile.kind]) {
    let candidate = await freePort(last.variants[variant]);
    while (taken.has(candidate)) candidate = await freePort();
    taken.add(candidate);
    variants[variant] = candidate;
  }
  writeFileSync(file, JSON.stringify({ port, variants } satisfies Ports));
  const wine = profile.kind === 'wine';
  const handler = `/lab/bin/${wine ? 'win-exec' : 'posix-exec'}`;
  const pam = profile.kind === 'debian' && profile.init === 'systemd';
  return { user: userOf(profile), port, variants, handler, handlesPlain: wine, pam };
}
