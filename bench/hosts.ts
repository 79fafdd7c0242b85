import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { labDir, layout } from '../lab/paths.js';
import { whyNoSshd } from '../src/testing/sshd.js';

/** The bench runs itself again as the first process of namespaces of its own, where this is the root of the hosts. */
export const inNamespaces = process.env.ANTESALA_BENCH_ROOT;

/**
 * Network, since one sshd can listen on only sixteen addresses by name and 0.0.0.0 must be nothing but the loopback. Processes, so that the
 * hosts are not burdened with those of others on this machine. Mounts, for a root that nothing is written to, and to keep out what
 * the account has its shell do at every login.
 */
const prepare = `ip link set lo up && mount -t proc proc /proc
for f in .bashrc .bash_profile .bash_login .profile .zshenv .zshrc; do [ ! -e "$HOME/$f" ] || mount --bind /dev/null "$HOME/$f"; done
if [ "$base" ]; then
  mount -t tmpfs tmpfs /mnt && mkdir /mnt/upper /mnt/work /mnt/root && mount -t overlay overlay -o "lowerdir=$base,upperdir=/mnt/upper,workdir=/mnt/work" /mnt/root
  cd /mnt/root && mkdir -p run/sshd && mount --bind /proc proc && mount --rbind /sys sys && mount --rbind /dev dev && mount --bind /tmp tmp
fi
cd "$here" && exec "$@"`;

/** The measurement on each kind of host there is. */
export function* gatherings(): Generator<string> {
  const why = whyNoSshd() ?? (process.getuid?.() === 0 ? undefined : 'it needs root, for namespaces of its own');
  if (why) return yield `Gathering: left out, ${why}\n`;
  if (!existsSync('/usr/bin/ansible'))
    return yield 'Gathering: left out, since the Debian package ansible is not installed (apt-get install ansible)\n';
  const fresh = layout(labDir()).base('bookworm');
  if (existsSync(join(fresh, 'usr/sbin/sshd')) && existsSync(join(fresh, 'usr/bin/python3'))) {
    yield `${described("A fresh Debian 12 (the lab's)", fresh)}${inside('/mnt/root', fresh)}`;
  } else yield 'Gathering from a fresh Debian 12: left out, npm run lab -- up debian makes it\n';
  yield `${described('This machine', '/')}${inside('/', '')}`;
}

function described(name: string, root: string): string {
  const packages = readdirSync(join(root, 'var/lib/dpkg/info')).filter(file => file.endsWith('.list')).length;
  const lists = readdirSync(join(root, 'var/lib/apt/lists')).filter(file => /Packages(\.\w+)?$/.test(file));
  const packed = lists.some(file => !file.endsWith('Packages'));
  const how = packed ? 'compressed, as images for containers keep them' : 'as apt keeps them by default';
  const load = readFileSync('/proc/loadavg', 'latin1').split(' ')[0];
  return `${name}: ${packages} packages, package lists ${lists.length > 0 ? how : 'missing'}; load before ${load}\n`;
}

function inside(root: string, base: string): string {
  const bench = [process.execPath, '--import', 'tsx', 'bench/run.ts', 'gather'];
  const done = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'sh', '-c', prepare, 'sh', ...bench], {
    encoding: 'utf8',
    env: { ...process.env, HOME: homedir(), here: process.cwd(), base, ANTESALA_BENCH_ROOT: root },
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}
