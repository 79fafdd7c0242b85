import { spawnSync } from 'node:child_process';
import { requireMachine } from './chroot.js';
import { down, status, up } from './guests.js';
import { type Layout, labDir, layout } from './paths.js';
import type { Profile } from './profile.js';
import { profiles } from './profiles/index.js';
import { LabError } from './run.js';
import { alone } from './lock.js';
import { loginCommand } from './login.js';
import { readState } from './state.js';
import { upgrade } from './upgrade.js';

const usage = `lab: real peers for tests, on this machine's loopback only

  up [--fresh] [NAME…]    start profiles (all, when none is named); --fresh rebuilds them first
  down [NAME…]            end them; nothing of them keeps running
  status [--json]         what runs, found by looking
  exec NAME -- COMMAND    run a command on it over ssh; its exit code becomes this one's
  upgrade NAME TO         upgrade a running host: upgrade sbs2000-es sbs2003, or upgrade debian-systemd trixie (minutes)
  profiles                the names

Everything lies under ${labDir()} (ANTESALA_LAB_DIR moves it).
`;

const print = (text: string) => process.stdout.write(text);

async function main(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  const folders = layout(labDir());
  switch (verb) {
    case 'up': {
      const chosen = named(rest.filter(word => word !== '--fresh'));
      requireMachine();
      for (const profile of chosen) {
        const begun = Date.now();
        const host = await alone(folders.dir, () => up(folders, profile, rest.includes('--fresh')));
        print(
          `${profile.name}: up after ${((Date.now() - begun) / 1000).toFixed(1)} s\n  ${loginCommand(host).join(' ')}\n`,
        );
      }
      return 0;
    }
    case 'down': {
      const chosen = named(rest);
      requireMachine();
      for (const { name } of chosen)
        print(`${name}: ${(await alone(folders.dir, () => down(folders, name))) ? 'ended' : 'was not running'}\n`);
      return 0;
    }
    case 'status': {
      const all = await Promise.all(profiles.map(profile => status(folders, profile)));
      if (rest.includes('--json')) print(`${JSON.stringify(all, null, 2)}\n`);
      else
        for (const one of all)
          print(`${one.name.padEnd(12)} ${one.state.padEnd(6)} ${one.host?.port ?? '-'}\t${one.title}\n`);
      return 0;
    }
    case 'exec':
      return exec(folders.state, rest);
    case 'upgrade':
      return upgradeNamed(folders, rest);
    case 'profiles':
      for (const { name, title } of profiles) print(`${name.padEnd(12)} ${title}\n`);
      return 0;
    default:
      print(usage);
      return verb === undefined || verb === 'help' || verb === '--help' ? 0 : 2;
  }
}

function exec(stateFile: string, [name = '', ...words]: readonly string[]): number {
  const command = words[0] === '--' ? words.slice(1) : words;
  const host = readState(stateFile)[name];
  if (!host) throw new LabError(`"${name}" is not up. Start it: npm run lab -- up ${name}`);
  const [program = '', ...args] = loginCommand(host);
  return spawnSync(program, [...args, ...command], { stdio: 'inherit' }).status ?? 255;
}

async function upgradeNamed(folders: Layout, [name = '', to = '']: readonly string[]): Promise<number> {
  const host = readState(folders.state)[name];
  const profile = profiles.find(one => one.name === name);
  if (!host || !profile) throw new LabError(`"${name}" is not up. Start it: npm run lab -- up ${name}`);
  print(`${name}: ${to} after ${(await upgrade(folders, profile, host, to)).toFixed(0)} s\n`);
  return 0;
}

function named(names: readonly string[]): readonly Profile[] {
  const unknown = names.find(name => !profiles.some(profile => profile.name === name));
  if (unknown !== undefined)
    throw new LabError(`No profile "${unknown}". There are: ${profiles.map(p => p.name).join(', ')}.`);
  return names.length === 0 ? profiles : profiles.filter(profile => names.includes(profile.name));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LabError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
