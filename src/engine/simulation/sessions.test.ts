import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sessions } from '../../facts/sessions.js';
import { readRecording } from '../../hosts/recorded/recording-text.js';
import type { Answer } from '../../model/answer.js';
import type { Recording } from '../../model/recording.js';
import { logOffLine } from '../../steps/people/screen-lines.js';
import { batchFor } from '../batch.js';
import { FactReader } from '../read.js';
import { simulate } from './simulate.js';

const batches = { windows: batchFor('windows', [sessions]), linux: batchFor('linux', [sessions]) };

function told(recording: Recording) {
  const reading = new FactReader(recording).read(sessions);
  if (reading.state === 'missing') throw new Error(reading.why.en);
  return reading.value.sessions;
}

const recorded = (name: string) => readRecording(readFileSync(`recordings/${name}.json`, 'utf8'), name);

const text = (said: string): Answer => ({ state: 'ok', ms: 1, exit: 0, text: said });

/** A Linux server with logins that logind knows, or does not, and Samba. */
function linux(logind: string, who: string, samba: string): Recording {
  const said = `\n::now\n1795487384\nbtime 1795479739\n\n::logind\n${logind}\n::who\n${who}\n::self\n\n`;
  return {
    ...recorded('debian12-server'),
    answers: { 'sessions-linux': text(said), 'sessions-samba-linux': text(samba) },
  };
}

const block = (id: string, user: string, tty: string) =>
  `Id=${id}\nName=${user}\nRemote=yes\nRemoteHost=192.0.2.7\nService=sshd\nTTY=${tty}\nClass=user\nState=active\nTimestampMonotonic=1000000\nIdleHint=no`;
const whoLine = (user: string, tty: string, pid: number) =>
  `${user}      ${tty}        2026-11-24 08:01 00:05        ${pid} (192.0.2.7)`;
const sambaJson = JSON.stringify({
  sessions: {
    '1': { username: 'eva', uid: 1, remote_machine: '192.0.2.9', server_id: { pid: '4711' } },
    '2': { username: 'leo', uid: 2, remote_machine: '192.0.2.8', server_id: { pid: '4712' } },
  },
  open_files: {},
});
const sambaTable = `
Samba version 4.13.13-Debian
PID     Username     Group        Machine                                   Protocol Version  Encryption           Signing
----------------------------------------------------------------------------------------------------------------------------------------
4711    eva          users        192.0.2.9 (ipv4:192.0.2.9:50000)          SMB3_11           -                    partial(AES-128-CMAC)
4712    leo          users        192.0.2.8 (ipv4:192.0.2.8:50000)          SMB3_11           -                    partial(AES-128-CMAC)
`;

const servers: readonly (readonly [name: string, recording: Recording, people: number])[] = [
  ['quser and Win32_ServerSession', recorded('sbs2003-premium'), 3],
  ['quser and MSFT_SmbSession', recorded('ws2016-file-server'), 3],
  ['net session of Windows 2000', recorded('ws2000-member'), 1],
  [
    'logind',
    linux(
      `${block('3', 'ana', 'pts/0')}\n--\n${block('5', 'bea', 'pts/1')}\n`,
      `${whoLine('ana', 'pts/0', 9)}\n${whoLine('bea', 'pts/1', 8)}\n`,
      'absent',
    ),
    2,
  ],
  ['who', linux('', `${whoLine('ana', 'pts/0', 90)}\n${whoLine('bea', 'pts/1', 91)}\n`, 'absent'), 2],
  ['smbstatus --json', linux('', '', sambaJson), 2],
  ['smbstatus', linux('', '', sambaTable), 2],
];

describe.each(servers)('sessions told by %s', (_, recording, people) => {
  const executor = recording.executor;
  const gather = async (host: ReturnType<typeof simulate>) =>
    told(await host.gather(batches, { now: () => new Date(0) }));

  it('end one by one with the lines that end them', async () => {
    const host = simulate(recording);
    const names = (all: Awaited<ReturnType<typeof gather>>) => all.map(({ id, user }) => `${id} ${user}`);
    const first = await gather(host);
    expect(first).toHaveLength(people);
    for (const [index, session] of first.entries()) {
      const line = logOffLine(recording, session) ?? 'no line';
      await host.carryOut(executor, [{ kind: 'run', id: 'x', line }], {});
      expect(names(await gather(host))).toEqual(names(first.slice(index + 1)));
    }
  });

  it('all end with a restart', async () => {
    const host = simulate(recording);
    host.happen({ kind: 'reboot' });
    expect(await gather(host)).toEqual([]);
  });

  it('stay while nobody ends them', async () => {
    const host = simulate(recording);
    await host.carryOut(executor, [{ kind: 'run', id: 'x', line: 'logoff 999' }], {});
    expect(await gather(host)).toHaveLength(people);
  });
});
