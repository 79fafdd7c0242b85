import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { plainTable } from '../src/report/table.js';
import { type TestSshd, startSshd } from '../src/testing/sshd.js';
import { inNamespaces } from './hosts.js';
import { type Cost, cost, median } from './measure.js';

const hosts = 50;

/**
 * Gathers all facts of fifty hosts (loopback addresses of one sshd) and lets ansible's fact gathering do the same, in turn.
 * Both work on this one machine, which is host and controller at once.
 */
export async function benchGather(folder: string): Promise<string> {
  const sshd = await startSshd([], ['ed25519'], '0.0.0.0', inNamespaces);
  try {
    return await measured(folder, sshd);
  } finally {
    await sshd.stop();
  }
}

async function measured(folder: string, sshd: TestSshd): Promise<string> {
  const addresses = Array.from({ length: hosts }, (_, n) => `127.0.1.${n + 1}`);
  const key = sshd.hostKey('ed25519');
  const knownHosts = join(folder, 'known_hosts');
  writeFileSync(knownHosts, addresses.map(address => `[${address}]:${sshd.port} ${key.type} ${key.base64}\n`).join(''));
  const inventory = join(folder, 'hosts.ini');
  writeFileSync(inventory, `[all]\n${addresses.join('\n')}\n[all:vars]\n${variables(sshd, knownHosts)}`);
  const configuration = join(folder, 'ansible.cfg');
  writeFileSync(configuration, '[defaults]\nhost_key_checking=True\n[ssh_connection]\npipelining=True\n');

  const ours = [
    process.execPath,
    'bin/antesala.js',
    'gather',
    ...addresses.map(a => `ssh://${sshd.user}@${a}:${sshd.port}`),
  ];
  const oursAll = [
    ...ours,
    '--identity',
    sshd.identityFile,
    '--known-hosts',
    knownHosts,
    '--parallel',
    String(hosts),
    '--out',
    join(folder, 'out'),
  ];
  const theirs = ['ansible', 'all', '-i', inventory, '-m', 'setup', '-f', String(hosts)];
  const env = { ANSIBLE_CONFIG: configuration, ANSIBLE_LOCAL_TEMP: join(folder, 'ansible'), HOME: folder };

  const results: { ours: Both[]; theirs: Both[] } = { ours: [], theirs: [] };
  for (let round = 0; round < 3; round += 1) {
    results.ours.push(await both(sshd, 'antesala', () => cost(oursAll)));
    // A connection that ansible left open for a minute would spare its next run the handshake.
    const control = join(folder, `control-${round}`);
    mkdirSync(control);
    const cold = { ...env, ANSIBLE_SSH_CONTROL_PATH_DIR: control, ANSIBLE_SSH_ARGS: ansibleConnection };
    results.theirs.push(await both(sshd, 'ansible', () => cost(theirs, cold)));
  }
  return table(results, sshd);
}

/** Ansible's own defaults, but for how long a connection stays open afterwards. */
const ansibleConnection = '-C -o ControlMaster=auto -o ControlPersist=5s';

interface Both extends Cost {
  readonly hostSeconds: number;
}

/** What a run costs here, and what it costs the hosts: sshd with all it started, once the connections are closed. */
async function both(sshd: TestSshd, name: string, run: () => Cost): Promise<Both> {
  const before = used(sshd);
  const measured = run();
  if (measured.exit !== 0) throw new Error(`${name} ended with ${measured.exit}`);
  await pause(name === 'ansible' ? 8000 : 500);
  return { ...measured, hostSeconds: used(sshd) - before };
}

/** Seconds of processor time of sshd and all that has ended below it (proc(5): fields 14 to 17 of stat, hundredths). */
function used(sshd: TestSshd): number {
  const fields = readFileSync(`/proc/${daemonOf(sshd)}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

/** The oldest process with this configuration; those for connections are younger. */
function daemonOf(sshd: TestSshd): string {
  const pids = readdirSync('/proc').filter(pid => /^\d+$/.test(pid));
  const found = pids
    .toSorted((a, b) => Number(a) - Number(b))
    .find(pid => {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      return /^(sshd:|\/usr\/sbin\/sshd\0)/.test(line) && line.includes(join(sshd.folder, 'sshd_config'));
    });
  if (!found) throw new Error('sshd is gone');
  return found;
}

function table(
  { ours, theirs }: { readonly ours: readonly Both[]; readonly theirs: readonly Both[] },
  sshd: TestSshd,
): string {
  const row = (name: string, costs: readonly Both[]): string[] => {
    const wall = median(costs.map(one => one.wallSeconds));
    const cpu = median(costs.map(one => one.cpuSeconds));
    const host = median(costs.map(one => one.hostSeconds));
    const each = (seconds: number): string => `${((seconds / hosts) * 1000).toFixed(1)} ms`;
    return [name, `${wall.toFixed(2)} s`, `${(hosts / wall).toFixed(1)}/s`, each(cpu), each(host)];
  };
  const speed = median(theirs.map(one => one.wallSeconds)) / median(ours.map(one => one.wallSeconds));
  const share = median(theirs.map(one => one.cpuSeconds)) / median(ours.map(one => one.cpuSeconds));
  const rows = [row('antesala gather, all facts', ours), row('ansible -m setup, 50 forks, pipelining', theirs)];
  const all = (costs: readonly Both[]): number => median(costs.map(one => one.cpuSeconds + one.hostSeconds));
  const both = all(theirs) / all(ours);
  return `Gathering ${hosts} hosts over SSH (median of 3, in turn)
${plainTable(['command', 'wall', 'hosts', 'controller CPU a host', 'host CPU'], rows)}
hosts per second: ${speed.toFixed(1)} × · controller CPU: 1/${share.toFixed(1)} · CPU of both sides: 1/${both.toFixed(1)} · commands started by sshd per gather: ${starts(sshd)}
`;
}

/** Counts what sshd itself says it started, over one gather of one host. */
function starts(sshd: TestSshd): string {
  const before = sshd.sessions();
  const one = [
    'gather',
    `ssh://${sshd.user}@127.0.0.1:${sshd.port}`,
    '--identity',
    sshd.identityFile,
    '--known-hosts',
    sshd.knownHostsFile,
  ];
  spawnSync(process.execPath, ['bin/antesala.js', ...one], { stdio: 'ignore' });
  return String(sshd.sessions() - before);
}

function variables(sshd: TestSshd, knownHosts: string): string {
  return [
    `ansible_port=${sshd.port}`,
    `ansible_user=${sshd.user}`,
    `ansible_ssh_private_key_file=${sshd.identityFile}`,
    `ansible_ssh_common_args=-o UserKnownHostsFile=${knownHosts} -F none`,
    'ansible_python_interpreter=/usr/bin/python3',
    '',
  ].join('\n');
}
