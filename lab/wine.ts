import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loginCommand } from './login.js';
import { serviceProgram } from './native.js';
import { type Enclosure, pause, runInside } from './namespace.js';
import { fingerprint } from './chroot.js';
import { type Layout, sourceDir } from './paths.js';
import type { ProgramVersion, WineProfile } from './profile.js';
import { regFile } from './registry.js';
import { LabError, run } from './run.js';
import { driverRegistry, serviceRegistry, startNumbers } from './services.js';
import type { LabHost } from './state.js';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Builds the Windows side of a guest from its profile: prefix, registry, services, programs, drives. */
export function buildWineGuest(layout: Layout, profile: WineProfile, enclosure: Enclosure, passwordFile: string): void {
  const { guest } = enclosure;
  say(`${profile.name}: building the Wine prefix`);
  rmSync(join(guest, 'prefix'), { recursive: true, force: true });
  rmSync(join(guest, 'registry'), { recursive: true, force: true });
  rmSync(join(guest, 'drives'), { recursive: true, force: true });
  writeAccounts(enclosure, profile.user, passwordFile);
  writeEnvironment(guest, profile);
  layDrives(guest, profile);
  mkdirSync(join(guest, 'registry'), { recursive: true });
  const trees = [profile.registry, serviceRegistry(profile.services), driverRegistry(profile.drivers), labRegistry];
  for (const [i, tree] of trees.entries()) writeFileSync(join(guest, 'registry', `${i}.reg`), regFile(tree));
  startFromCleanPrefix(layout, profile, enclosure);
  runInside(enclosure, ['/bin/bash', '/lab/bin/wine-build.sh']);
  layPrograms(layout, guest, profile);
  for (const drive of profile.drives) {
    const link = join(guest, 'prefix/dosdevices', `${drive.letter.toLowerCase()}:`);
    rmSync(link, { force: true });
    symlinkSync(`/${drive.letter.toUpperCase()}:`, link);
  }
}

/**
 * Returns once every service that starts by itself runs: tests need what a logon does not wait for. Counts what the
 * registry says now, not the profile: a start type changed on the host stays changed.
 */
export async function waitForServices(
  guest: string,
  profile: WineProfile,
  host: LabHost,
  timeoutMs = 60_000,
): Promise<void> {
  // `net` writes the OEM code page, other programs of Wine the ANSI one: letters outside ASCII are not compared.
  const ascii = (text: string) => text.trim().replace(/[^ -~]/g, '?');
  const starts = startNumbers(readFileSync(join(guest, 'prefix/system.reg'), 'utf8'));
  const wanted = profile.services.filter(service => starts.get(service.name) === 2);
  const until = Date.now() + timeoutMs;
  const [program = '', ...args] = loginCommand(host);
  for (;;) {
    const { stdout } = spawnSync(program, [...args, 'net start'], { timeout: 20_000 });
    const running = stdout.toString('latin1').split('\n').map(ascii);
    const missing = wanted.filter(service => !running.includes(ascii(service.displayName)));
    if (missing.length === 0) return;
    if (Date.now() > until) throw new LabError(`${profile.name}: not started: ${missing.map(s => s.name).join(', ')}`);
    await pause(200);
  }
}

/**
 * `sc` finds the stand-in first: C:\lab comes before system32. Delayed services start at once instead of after two minutes: Wine's
 * timer starts them even if they were disabled meanwhile, which Windows does not.
 */
const labRegistry = {
  'HKLM\\SYSTEM\\CurrentControlSet\\Control': { AutoStartDelay: 100 },
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': {
    PATH: { expand: 'C:\\lab;C:\\windows\\system32;C:\\windows;C:\\windows\\system32\\wbem' },
  },
};

/** What Wine's own DLLs say of themselves; its programs are made to say the same. */
const windowsItself: ProgramVersion = {
  company: 'Microsoft Corporation',
  product: 'Microsoft® Windows® Operating System',
  description: 'Windows',
  version: '10.0.19043.1466',
};

/** A fresh prefix takes ten seconds of wineboot; one per language is kept and copied. */
function startFromCleanPrefix(layout: Layout, profile: WineProfile, enclosure: Enclosure): void {
  const version = run('chroot', [enclosure.root, 'dpkg-query', '-W', '-f', '${Version}', 'wine']);
  const recipe = fingerprint(version + readFileSync(join(sourceDir, 'guest/wine-clean.sh'), 'utf8'));
  const clean = join(layout.dir, 'prefixes', `${profile.language}-${profile.user}-${recipe}`);
  const prefix = join(enclosure.guest, 'prefix');
  if (!existsSync(clean)) {
    cpSync(serviceProgram(layout, windowsItself), join(layout.bin, 'windows.exe'));
    runInside(enclosure, ['/bin/bash', '/lab/bin/wine-clean.sh']);
    mkdirSync(dirname(clean), { recursive: true });
    rmSync(`${clean}.new`, { recursive: true, force: true });
    run('cp', ['-a', '--reflink=auto', prefix, `${clean}.new`]);
    run('mv', [`${clean}.new`, clean]);
    return;
  }
  run('cp', ['-a', '--reflink=auto', clean, prefix]);
}

function writeEnvironment(guest: string, profile: WineProfile): void {
  mkdirSync(join(guest, 'etc'), { recursive: true });
  const home = `/C:/users/${profile.user}`;
  writeFileSync(
    join(guest, 'etc/guest.env'),
    `LANG=${profile.language}.UTF-8\nWINE_VERSION=${profile.wineVersion}\nSFTP_HOME='${home}'\n`,
  );
  const mounts = ['bind prefix/drive_c C:'];
  for (const { letter, sizeMiB } of profile.drives) {
    mounts.push(
      `${sizeMiB === undefined ? 'bind' : `size=${sizeMiB}m`} drives/${letter.toLowerCase()} ${letter.toUpperCase()}:`,
    );
  }
  writeFileSync(join(guest, 'mounts'), `${mounts.join('\n')}\n`);
}

/** A password as /etc/shadow holds it. */
export const passwordHash = (passwordFile: string) =>
  run('openssl', ['passwd', '-6', '-stdin'], { input: readFileSync(passwordFile) }).trim();

/** The administrator comes first among the users with id 0: Wine takes its user name from there. */
function writeAccounts(enclosure: Enclosure, user: string, passwordFile: string): void {
  const over = join(enclosure.guest, 'etc/over');
  mkdirSync(over, { recursive: true });
  const without = (file: string) =>
    readFileSync(join(enclosure.root, 'etc', file), 'utf8')
      .split('\n')
      .filter(line => !line.startsWith(`${user}:`))
      .join('\n');
  writeFileSync(join(over, 'passwd'), `${user}:x:0:0::/lab/guest/home:/bin/bash\n${without('passwd')}`);
  writeFileSync(join(over, 'shadow'), `${user}:${passwordHash(passwordFile)}:19000::::::\n${without('shadow')}`, {
    mode: 0o600,
  });
  writeFileSync(join(over, 'hosts'), `127.0.0.1 localhost ${enclosure.hostname}\n`);
}

function layDrives(guest: string, profile: WineProfile): void {
  for (const drive of profile.drives) {
    const folder = join(guest, 'drives', drive.letter.toLowerCase());
    mkdirSync(folder, { recursive: true });
    layFiles(folder, drive.files);
  }
}

export function layFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function layPrograms(layout: Layout, guest: string, profile: WineProfile): void {
  const driveC = join(guest, 'prefix/drive_c');
  mkdirSync(join(driveC, 'lab'), { recursive: true });
  cpSync(join(layout.bin, 'sc.exe'), join(driveC, 'lab/sc.exe'));
  layFiles(driveC, profile.files);
  const images: [string, ProgramVersion][] = [
    ...profile.services.map((service): [string, ProgramVersion] => [service.image, service.version]),
    ...profile.drivers.map((driver): [string, ProgramVersion] => [driver.image, driver.version]),
    ...Object.entries(profile.programs),
  ];
  for (const [image, version] of images) {
    const target = join(driveC, unixPath(image));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(serviceProgram(layout, version), target);
  }
}

/**
 * A path on C: as its path below the drive's folder. Drivers are written relative to the Windows folder, as in Windows;
 * its own folder names are in lower case here, since the folder they lie in tells cases apart.
 */
export function unixPath(image: string): string {
  const full = image.replace(
    /^(\\SystemRoot\\)?system32\\(drivers\\)?/i,
    (_, _root, drivers: string | undefined) => `C:\\windows\\system32\\${drivers ? 'drivers\\' : ''}`,
  );
  if (!/^C:\\/i.test(full)) throw new LabError(`Not on drive C: ${image}`);
  return full.slice(3).split('\\').join('/');
}
