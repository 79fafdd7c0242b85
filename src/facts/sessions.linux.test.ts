import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { sessionsOnLinux } from './sessions.linux.js';

/** Debian 12, systemd 252, recorded; the second session is composed in its form. */
const logind = `
::now
1795485271
btime 1795479739

::logind
Id=8
Name=ana
TimestampMonotonic=5523663013
TTY=
Remote=yes
RemoteHost=127.0.0.1
Service=sshd
Class=user
State=active
IdleHint=no
IdleSinceHint=0
--
Id=9
Name=luis
TimestampMonotonic=1000000
Remote=no
Service=login
Class=user
State=online
IdleHint=yes
IdleSinceHint=1795481671000000
--
Id=c1
Name=gdm
Class=greeter
State=active

::who
`;
const who = `
::now
1795485271
btime 1795479739

::logind

::who
ana      pts/0        2026-11-24 08:01 00:05        1234 (192.168.1.7)
luis     tty1         2026-11-24 07:00  old         1240
root   + pts/3        2026-11-24 08:01   .          1250 (:1)
`;
/** Samba 4.17.12 of Debian 12, recorded and shortened. */
const json = `{"timestamp": "2026-11-24T01:52:09.694433+0000", "version": "4.17.12-Debian", "sessions": {"3269032999": {"session_id": "3269032999", "server_id": {"pid": "478"}, "uid": 1000, "gid": 1000, "username": "ana", "groupname": "ana", "remote_machine": "127.0.0.1", "hostname": "ipv4:127.0.0.1:49504"}}, "tcons": {}, "open_files": {"/srv/share/un archivo.bin": {"service_path": "/srv/share", "filename": "un archivo.bin", "num_pending_deletes": 0, "opens": {"489/3": {"server_id": {"pid": "489"}, "uid": 1000}}}, "/srv/share/.": {"service_path": "/srv/share", "filename": ".", "opens": {}}}}`;
const tables = `
Samba version 4.17.12-Debian
PID     Username     Group        Machine                                   Protocol Version  Encryption           Signing              
----------------------------------------------------------------------------------------------------------------------------------------
478     ana          ana          127.0.0.1 (ipv4:127.0.0.1:49504)          SMB3_11           -                    partial(AES-128-GMAC)

Service      pid     Machine       Connected at                     Encryption   Signing     
---------------------------------------------------------------------------------------------
share        478     127.0.0.1     Tue Nov 24 01:51:44 2026 UTC     -            -           

Locked files:
Pid          User(ID)   DenyMode   Access      R/W        Oplock           SharePath   Name   Time
--------------------------------------------------------------------------------------------------
489          1000       DENY_NONE  0x120089    RDONLY     NONE             /srv/share   un archivo.bin   Tue Nov 24 01:52:09 2026
`;
const nobody = text('\n::now\n1795485271\nbtime 1795479739\n\n::logind\n\n::who\n');

describe('sessions of a Linux server', () => {
  it('as logind tells them (Debian 12, recorded)', () => {
    expect(valueWith(sessionsOnLinux, { who: text(logind), samba: text('absent\n') })).toEqual({
      sessions: [
        {
          id: '8',
          own: false,
          user: 'ana',
          from: '127.0.0.1',
          kind: 'ssh',
          since: '2026-11-24T01:54:23.000Z',
          idleSeconds: undefined,
          active: true,
        },
        {
          id: '9',
          own: false,
          user: 'luis',
          from: undefined,
          kind: 'console',
          since: '2026-11-24T00:22:20.000Z',
          idleSeconds: 3600,
          active: false,
        },
      ],
      connection: undefined,
      openFiles: [],
    });
  });

  it('as who tells them where there is no logind (from its manual)', () => {
    const { sessions } = valueWith(sessionsOnLinux, { who: text(who), samba: text('absent') });
    expect(sessions.map(({ id, user, from, kind, idleSeconds }) => [id, user, from, kind, idleSeconds])).toEqual([
      ['pid-1234', 'ana', '192.168.1.7', 'ssh', 300],
      ['pid-1240', 'luis', undefined, 'console', 86400],
      ['pid-1250', 'root', undefined, 'other', 0],
    ]);
  });

  it.each([
    ['the scope of its session', logind, '8\n?', ['8']],
    ['its terminal', who, ' pts/0 ', ['pid-1234']],
    ['neither', logind, '?', []],
  ])('knows its own by %s', (_title, answer, self, own) => {
    const { sessions } = valueWith(sessionsOnLinux, {
      who: text(`${answer}\n::self\n${self}\n`),
      samba: text('absent'),
    });
    expect(sessions.filter(session => session.own).map(({ id }) => id)).toEqual(own);
  });

  it('files open over Samba, by JSON (4.17 and later, recorded)', () => {
    const { sessions, openFiles } = valueWith(sessionsOnLinux, { who: nobody, samba: text(json) });
    expect(sessions.map(({ id, user, from, kind }) => [id, user, from, kind])).toEqual([
      ['478', 'ana', '127.0.0.1', 'file-share'],
    ]);
    expect(openFiles).toEqual([{ path: '/srv/share/un archivo.bin', user: 'ana' }]);
  });

  it('files open over Samba, by its tables (recorded)', () => {
    const { sessions, openFiles } = valueWith(sessionsOnLinux, { who: nobody, samba: text(tables) });
    expect(sessions.map(({ id, user, from }) => [id, user, from])).toEqual([['478', 'ana', '127.0.0.1']]);
    expect(openFiles).toEqual([{ path: '/srv/share/un archivo.bin', user: undefined }]);
  });

  it.each([['smbstatus only works as root!\n'], [''], ['{"sessions": ']])('%j leaves open files unknown', answer => {
    expect(valueWith(sessionsOnLinux, { who: nobody, samba: text(answer) }).openFiles).toBeUndefined();
  });

  it('survives anything', () => {
    expect(() => survivesAnything(sessionsOnLinux, [logind, who, json, tables])).not.toThrow();
  });
});
