import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { batchOf, smallPrograms } from '../../../testing/ssh-programs.js';
import { type TestSshd, startSshd, whyNoSshd } from '../../../testing/sshd.js';
import type { HostError } from '../../host-error.js';
import { sshHost } from './host.js';
import type { SshOptions } from './options.js';
import { scriptPath } from './windows-script.js';

// A real sshd whose sessions behave as OpenSSH for Windows does, as far as this transport can see. What Windows itself does is
// shown on Wine by the tests of the lab, and on Windows by nobody yet.

const reason = whyNoSshd();
if (reason) process.stderr.write(`Left out: a server that behaves as Windows (${reason})\n`);

const cleaners: (() => unknown)[] = [];
afterAll(async () => {
  for (const clean of cleaners) await clean();
});

/** What the server does with the command lines it is sent. */
interface Play {
  readonly shell?: 'cmd' | 'powershell' | 'neither';
  /** Version in the header that PowerShell prints; none: there is no PowerShell. */
  readonly powershell?: string;
  readonly cscript?: 'runs' | 'needs-engine' | 'hangs' | 'disabled';
  /** What it adds to its identification. */
  readonly addendum?: string;
  readonly sftp?: 'works' | 'none' | 'read-only';
}

const session = (folder: string, { shell = 'cmd', powershell, cscript = 'runs', sftp = 'works' }: Play): string => `
line=$SSH_ORIGINAL_COMMAND
printf '%s\\n' "$line" >> ${folder}/lines
answers() {
  mark="@antesala:$1 "
  echo "$mark{\\"answers\\":1,\\"executor\\":\\"$2\\",\\"engine\\":\\"$3\\",\\"computer\\":\\"C\\",\\"elevated\\":true,\\"clock\\":0}"
  [ "$4" = hangs ] && { touch ${folder}/hanging; while [ -d ${folder}/home/antesala-$1 ]; do [ -e ${folder}/home/antesala-$1/ask.js.stop ] && { touch ${folder}/told; exit 2; }; sleep 0.05; done; exit 3; }
  echo "$mark{\\"id\\":\\"q0\\",\\"ms\\":0,\\"state\\":\\"ok\\",\\"out\\":{\\"text\\":\\"\\"},\\"exit\\":0}"
  echo "$mark{\\"end\\":1,\\"ms\\":0}"
}
case $line in
sh) echo '"sh" no se reconoce como un comando interno o externo,' >&2; exit 1 ;;
'echo %OS%#$PSVersionTable')
  case ${shell} in
  cmd) echo 'Windows_NT#$PSVersionTable' ;;
  powershell) echo '%OS%#System.Collections.Hashtable' ;;
  *) echo 'Unknown command' ;;
  esac ;;
powershell*)
  [ -n "${powershell ?? ''}" ] || { echo '"powershell" no se reconoce' >&2; exit 1; }
  answers "$(sed -n "s/.*@antesala:\\([0-9a-f]*\\) .*/\\1/p" | head -1)" powershell "PowerShell ${powershell ?? ''}" ;;
cscript*)
  script=${folder}/home/$(printf %s "$line" | sed 's/.* //; y/\\\\/\\//')
  case ${cscript}/$line in
  disabled/*) echo 'Windows Script Host access is disabled on this machine. Contact your administrator for details.'; exit 1 ;;
  needs-engine/*//E:jscript*) ;;
  needs-engine/*) echo 'Input Error: There is no script engine for file extension ".js".'; exit 1 ;;
  esac
  touch "$(dirname "$script")/held"
  answers "$(sed -n "s/.*@antesala:\\([0-9a-f]*\\) .*/\\1/p" "$script" | head -1)" wsh 'JScript 5.8' ${cscript} ;;
*sftp*)
  case ${sftp} in
  works) exec /usr/lib/openssh/sftp-server -d ${folder}/home ;;
  read-only) exec /usr/lib/openssh/sftp-server -R -d ${folder}/home ;;
  *) exit 1 ;;
  esac ;;
esac
`;

const play = async (how: Play) => {
  const folder = mkdtempSync(join(tmpdir(), 'antesala-windows-'));
  mkdirSync(join(folder, 'home'));
  writeFileSync(join(folder, 'session'), session(folder, how));
  const sshd: TestSshd = await startSshd([
    `ForceCommand bash ${folder}/session`,
    `VersionAddendum ${how.addendum ?? 'none'}`,
  ]);
  cleaners.push(sshd.stop, () => rmSync(folder, { recursive: true }));
  const lines = (): string[] =>
    readFileSync(join(folder, 'lines'), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split(/[ /]/)[0] ?? '')
      .map(word => word || 'sftp');
  const gather = async (more: SshOptions = {}, signal?: AbortSignal) => {
    const options = {
      identityFiles: [sshd.identityFile],
      agent: false as const,
      knownHostsFiles: [sshd.knownHostsFile],
      ...more,
    };
    const { answers } = await sshHost({ host: '127.0.0.1', port: sshd.port }, options, smallPrograms).gather(
      { linux: batchOf(':'), windows: batchOf('1;') },
      { now: () => new Date(0), ...(signal ? { signal } : {}) },
    );
    const printed = answers['printed'];
    return printed?.state === 'ok' && 'text' in printed ? printed.text : '';
  };
  const failure = (...args: Parameters<typeof gather>): Promise<HostError> =>
    gather(...args).then(
      () => expect.unreachable('was answered'),
      (error: HostError) => error,
    );
  const left = (): string[] => readdirSync(join(folder, 'home'));
  return { folder, lines, gather, failure, left };
};

describe.skipIf(reason !== undefined)('a server that behaves as Windows', () => {
  it.each<[string, Play, SshOptions, string, readonly string[]]>([
    ['cmd and PowerShell 5.1', { powershell: '5.1.17763' }, {}, 'powershell', ['sh', 'echo', 'powershell']],
    ['PowerShell as shell', { shell: 'powershell', powershell: '5.1' }, {}, 'powershell', ['sh', 'echo', 'powershell']],
    ['PowerShell 2.0', { powershell: '2.0' }, {}, 'wsh', ['sh', 'echo', 'powershell', 'sftp', 'cscript']],
    ['no PowerShell', {}, {}, 'wsh', ['sh', 'echo', 'powershell', 'sftp', 'cscript']],
    ['.js taken', { cscript: 'needs-engine' }, {}, 'wsh', ['sh', 'echo', 'powershell', 'sftp', 'cscript', 'cscript']],
    ['its own name', { powershell: '5.1', addendum: 'OpenSSH_for_Windows_9.5' }, {}, 'powershell', ['powershell']],
    ['known to have PowerShell', { powershell: '5.1' }, { executor: 'powershell' }, 'powershell', ['powershell']],
    ['known to want a script', {}, { executor: 'wsh' }, 'wsh', ['sftp', 'cscript']],
  ])('%s', async (_title, how, options, executor, lines) => {
    const server = await play(how);
    expect(await server.gather(options)).toContain(`"executor":"${executor}"`);
    expect(server.lines().map(line => (line.includes('sftp') ? 'sftp' : line))).toEqual(lines);
    expect(server.left()).toEqual([]);
  });

  it.each<[string, Play, RegExp]>([
    ['forbids scripts', { cscript: 'disabled' }, /access is disabled on this machine/],
    ['hands out no files', { sftp: 'none' }, /could not be put there/],
    ['lets nobody write', { sftp: 'read-only' }, /could not be put there \(Permission denied\)/],
    ['is neither', { shell: 'neither' }, /no se reconoce/],
  ])('that %s says so', async (_title, how, sentence) => {
    const server = await play(how);
    const error = await server.failure();
    expect([error.kind, error.text.en]).toEqual(['no-executor', expect.stringMatching(sentence)]);
    expect(server.left()).toEqual([]);
  });

  it('stopped half way tells the script to stop and takes its folder away', async () => {
    const server = await play({ cscript: 'hangs' });
    const stop = new AbortController();
    const asked = server.failure({ executor: 'wsh' }, stop.signal);
    const hanging = join(server.folder, 'hanging');
    for (let tries = 0; tries < 100 && !existsSync(hanging); tries += 1) await pause(50);
    expect(server.left()).toEqual([expect.stringMatching(/^antesala-/)]);
    stop.abort();
    expect((await asked).kind).toBe('stopped');
    expect(existsSync(join(server.folder, 'told'))).toBe(true);
    expect(server.left()).toEqual([]);
  });
});

describe('scriptPath', () => {
  it.each([
    ['/C:/Users/ana', 'C:\\Users\\ana\\antesala-1\\ask.js'],
    ['/C:/Users/ana/', 'C:\\Users\\ana\\antesala-1\\ask.js'],
    ['/C:/', 'C:\\antesala-1\\ask.js'],
    ['/C:/Users/Ana Gómez', 'antesala-1\\ask.js'],
    ['/C:/Users/a&b', 'antesala-1\\ask.js'],
    ['/C:/Users/a%TEMP%', 'antesala-1\\ask.js'],
    ['/C:/Users/$x', 'antesala-1\\ask.js'],
    ['/home/ana', 'antesala-1\\ask.js'],
  ])('of %s needs no quotes', (home, path) => expect(scriptPath(home, 'antesala-1')).toBe(path));
});
