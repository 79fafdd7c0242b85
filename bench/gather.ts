import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTable } from '../src/report/table.js';
import type { TestSshd } from '../src/testing/sshd.js';
import { type Cost, cost, median } from './measure.js';

const hosts = 50;

/**
 * Gathers all facts of fifty hosts (loopback addresses of one sshd) and lets ansible's fact gathering do the same, in turn.
 * Both work on this one machine, which is host and controller at once.
 */
export function benchGather(folder: string, sshd: TestSshd): string {
  if (!existsSync('/usr/bin/ansible'))
    return 'Gathering: left out, since the Debian package ansible is not installed\n';
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

  const results: { ours: Cost[]; theirs: Cost[] } = { ours: [], theirs: [] };
  for (let round = 0; round < 3; round += 1) {
    results.ours.push(checked(cost(oursAll), 'antesala'));
    results.theirs.push(checked(cost(theirs, env), 'ansible'));
  }
  return table(results, sshd);
}

function checked(measured: Cost, name: string): Cost {
  if (measured.exit !== 0) throw new Error(`${name} ended with ${measured.exit}`);
  return measured;
}

function table(
  { ours, theirs }: { readonly ours: readonly Cost[]; readonly theirs: readonly Cost[] },
  sshd: TestSshd,
): string {
  const row = (name: string, costs: readonly Cost[]): string[] => {
    const wall = median(costs.map(one => one.wallSeconds));
    const cpu = median(costs.map(one => one.cpuSeconds));
    return [name, `${wall.toFixed(2)} s`, `${(hosts / wall).toFixed(1)}/s`, `${((cpu / hosts) * 1000).toFixed(1)} ms`];
  };
  const speed = median(theirs.map(one => one.wallSeconds)) / median(ours.map(one => one.wallSeconds));
  const share = median(theirs.map(one => one.cpuSeconds)) / median(ours.map(one => one.cpuSeconds));
  const rows = [row('antesala gather, all facts', ours), row('ansible -m setup, 50 forks, pipelining', theirs)];
  return `Gathering ${hosts} hosts over SSH (median of 3, in turn)
${plainTable(['command', 'wall', 'hosts', 'controller CPU a host'], rows)}
hosts per second: ${speed.toFixed(1)} × · controller CPU: 1/${share.toFixed(1)} · commands started by sshd per gather: ${starts(sshd)}
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
