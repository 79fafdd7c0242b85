import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'ssh2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountsUnder, requireMachine } from './chroot.js';
import { down, status, up } from './guests.js';
import { loginCommand } from './login.js';
import { labDir, layout } from './paths.js';
import type { WineProfile } from './profile.js';
import { sbs2000es } from './profiles/sbs2000-es.js';
import type { LabHost } from './state.js';

const reason = !process.env['ANTESALA_LAB']
  ? 'ANTESALA_LAB is not 1: the lab was not asked for'
  : process.getuid?.() !== 0 || !existsSync('/etc/debian_version')
    ? 'the lab needs root on a Debian machine'
    : undefined;
if (reason) process.stderr.write(`lab/lab.test.ts skipped: ${reason}\n`);

// Under a name of its own, so that a lab somebody works with is left alone.
const profile: WineProfile = { ...sbs2000es, name: 'selftest' };
const folders = layout(labDir());
const guest = folders.guest(profile.name);

const script = `
var fso = new ActiveXObject("Scripting.FileSystemObject"), shell = new ActiveXObject("WScript.Shell");
var out = fso.CreateTextFile("C:\\\\lab\\\\answer.txt", true, true);
function line(s) { out.WriteLine(s); }
var nt = "HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows NT\\\\CurrentVersion\\\\";
line("build " + shell.RegRead(nt + "CurrentBuildNumber"));
line("organization " + shell.RegRead(nt + "RegisteredOrganization"));
line("role " + shell.RegRead("HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\ProductOptions\\\\ProductType"));
line("ifs " + shell.RegRead("HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\EXIFS\\\\Parameters\\\\DriveLetter"));
var wmi = new ActiveXObject("WbemScripting.SWbemLocator").ConnectServer(".", "root\\\\cimv2");
for (var e = new Enumerator(wmi.ExecQuery("SELECT * FROM Win32_Service")); !e.atEnd(); e.moveNext())
  line("service " + e.item().Name + "|" + e.item().DisplayName + "|" + e.item().State + "|" + e.item().StartMode);
for (var d = new Enumerator(fso.Drives); !d.atEnd(); d.moveNext()) line("drive " + d.item().DriveLetter);
line("version " + fso.GetFileVersion("C:\\\\Archivos de programa\\\\NAV\\\\rtvscan.exe"));
line("windows " + fso.GetFileVersion("C:\\\\windows\\\\system32\\\\spoolsv.exe"));
out.Close();
WScript.Quit(12);
`;

describe.skipIf(reason !== undefined)('a Windows-like host of the lab', { timeout: 240_000 }, () => {
  let host: LabHost;
  let namespace: string;

  const start = async (fresh = false) => {
    host = await up(folders, profile, fresh);
    namespace = readlinkSync(`/proc/${host.pids.init}/ns/pid`);
  };
  const ssh = (command: string, port = host.port) => {
    const [program = '', ...args] = loginCommand(host, port);
    return spawnSync(program, [...args, command], { encoding: 'latin1', timeout: 30_000 });
  };
  /** Processes of the guest, by the kernel's own word; one that has ended but was not yet collected is none. */
  const left = () =>
    readdirSync('/proc').filter(pid => {
      try {
        const inside = /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/ns/pid`) === namespace;
        return inside && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      } catch {
        return false; // ended meanwhile
      }
    });

  beforeAll(async () => {
    requireMachine();
    await start(true);
  }, 240_000);

  afterAll(async () => {
    await down(folders, profile.name);
    rmSync(guest, { recursive: true, force: true });
  }, 60_000);

  it('says its version, passes exit codes and raw quotes', () => {
    expect(ssh('ver').stdout).toContain('5.0.2195');
    expect(ssh('exit 7').status).toBe(7);
    expect(ssh('echo "a b" & echo c').stdout.split(/\s*\r\n/)).toEqual(['"a b"', 'c', '']);
  });

  it('runs its services', () => {
    const running = ssh('net start').stdout;
    for (const name of ['Norton AntiVirus Server', 'DefWatch', 'APC PBE Server'])
      expect(running).toContain(`    ${name}\r\n`);
    for (const name of ['VNC Server', 'FactuSur']) expect(running).not.toContain(name);
  });

  it('runs a script that reads the registry, the services, the drives and the makers', () => {
    writeFileSync(join(guest, 'prefix/drive_c/lab/ask.js'), script);
    expect(ssh('cscript //nologo C:\\lab\\ask.js')).toMatchObject({ status: 12, stdout: '' });
    const lines = readFileSync(join(guest, 'prefix/drive_c/lab/answer.txt'), 'utf16le').slice(1).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'build 2195',
        'organization Gestoría Muñoz e Hijos, S.L.',
        'role LanmanNT',
        'ifs M',
        'service ContaPlusServidor|ContaPlus: servidor de asientos y año contable|Running|Auto',
        'service FactuSurSync|Sincronización de FactuSur|Stopped|Disabled',
        'service winvnc|VNC Server|Stopped|Manual',
        'drive C',
        'drive D',
        'drive M',
        'version 7.60.0.926',
        'windows 10.0.19043.1466',
      ]),
    );
  });

  it('logs in by password and serves files as Windows does', async () => {
    const client = new Client();
    const names = await new Promise<string[]>((resolve, reject) => {
      client.on('error', reject).on('ready', () =>
        client.sftp((error, sftp) => {
          if (error) return reject(error);
          sftp.readdir('/M:/gestoriamunoz.local', (failed, list) =>
            failed ? reject(failed) : resolve(list.map(e => e.filename)),
          );
        }),
      );
      const password = readFileSync(host.passwordFile, 'utf8');
      client.connect({ host: host.host, port: host.port, username: host.user, password });
    });
    client.end();
    expect(names.toSorted()).toEqual(['Carpetas públicas', 'MBX']);
  });

  it('misbehaves on its other ports', () => {
    expect(ssh('ver', host.variants['banner']).stderr).toContain('Acceso restringido');
    expect(ssh('ver', host.variants['motd']).stdout).toMatch(/^Bienvenido/);
    expect(ssh('dir C:\\windows\\system32', host.variants['drop'])).toMatchObject({ status: 255 });
  });

  it('keeps what was changed when it is switched off and on', async () => {
    expect(ssh('sc config DefWatch start= disabled').status).toBe(0);
    await down(folders, profile.name);
    await start();
    expect(ssh('sc qc DefWatch').stdout).toMatch(/START_TYPE\s+: 4/);
    expect(ssh('net start').stdout).not.toContain('DefWatch');
  });

  it('is not started twice', async () => {
    expect((await up(folders, profile)).pids).toEqual(host.pids);
  });

  it('tells the truth after a crash and leaves nothing behind', async () => {
    process.kill(host.pids.supervisor, 'SIGKILL');
    await expect.poll(async () => (await status(folders, profile)).state).toBe('stale');
    await expect.poll(left, { timeout: 5000 }).toEqual([]);
    await start();
    expect(ssh('ver').status).toBe(0);
  });

  it('leaves no process and no mount when it ends', async () => {
    expect(left().length).toBeGreaterThan(10);
    expect(await down(folders, profile.name)).toBe(true);
    expect(left()).toEqual([]);
    expect(mountsUnder(folders.dir)).toEqual([]);
    expect((await status(folders, profile)).state).toBe('down');
  });
});
