import { describe, expect, it } from 'vitest';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, rows, text, unsupported } from '../testing/windows-answers.js';
import { timeZoneInformation } from './questions/windows.js';
import { sessionsOnWindows } from './sessions.windows.js';

const zone = registry(timeZoneInformation.key, { '': { ActiveTimeBias: 0xffffffc4 } });
const international = registry('HKCU\\Control Panel\\International', { '': { iDate: '1' } });
const quser = text(
  ' NOMBRE USUARIO        NOMBRE SESIÓN      ID. ESTADO  TIEMPO IN. TIEMPO SESIÓN\r\n>ana                   rdp-tcp#0           2  Activo         .  14/03/2026 9:12\r\n',
);
const nobody = text('', 1);
const none = text('There are no entries in the list.\r\n');

describe('sessions of Windows Server 2019', () => {
  it('come from quser and the SMB classes', () => {
    const value = valueWith(sessionsOnWindows, {
      terminal: quser,
      zone,
      international,
      smbSessions: rows({
        ClientComputerName: '192.168.1.20',
        ClientUserName: 'CORP\\luis',
        SecondsExists: 3600,
        SecondsIdle: '61',
      }),
      smbOpenFiles: rows({ ClientUserName: 'CORP\\luis', Path: 'D:\\Datos\\año.xlsx' }, { Path: null }),
      connection: text('203.0.113.9 50412 192.168.16.2 22\r\n'),
    });
    expect(value).toEqual({
      sessions: [
        {
          id: '2',
          own: true,
          user: 'ana',
          from: undefined,
          kind: 'remote-desktop',
          since: '2026-03-14T08:12:00.000Z',
          idleSeconds: 0,
          active: true,
        },
        {
          id: '192.168.1.20',
          own: false,
          user: 'CORP\\luis',
          from: '192.168.1.20',
          kind: 'file-share',
          since: '2026-03-14T09:00:00.000Z',
          idleSeconds: 61,
          active: undefined,
        },
      ],
      connection: { remote: '203.0.113.9', local: '192.168.16.2' },
      openFiles: [{ path: 'D:\\Datos\\año.xlsx', user: 'CORP\\luis' }],
    });
  });
});

describe('sessions of Windows 2003', () => {
  it('come from Win32_ServerSession and openfiles', () => {
    const value = valueWith(sessionsOnWindows, {
      terminal: nobody,
      computer: rows({ UserName: 'SERVIDOR\\Administrador' }),
      serverSessions: rows({ ComputerName: '\\\\PC-LUIS', UserName: 'LUIS', ActiveTime: 60, IdleTime: 5 }),
      netSession: denied,
      fileList: text('"SERVIDOR","1","LUIS","Windows","0","Read","D:\\x.doc"\r\n'),
    });
    expect(value.sessions.map(session => [session.user, session.kind, session.from])).toEqual([
      ['SERVIDOR\\Administrador', 'console', undefined],
      ['LUIS', 'file-share', 'PC-LUIS'],
    ]);
    expect(value.openFiles).toEqual([{ path: 'D:\\x.doc', user: 'LUIS' }]);
  });

  it('are none when class and command agree', () => {
    expect(
      valueWith(sessionsOnWindows, { terminal: nobody, serverSessions: rows(), netSession: none }).sessions,
    ).toEqual([]);
  });
});

describe('sessions of Windows 2000', () => {
  it('come from net session, and the console from WMI', () => {
    const value = valueWith(sessionsOnWindows, {
      terminal: text('', 9009),
      computer: rows({ UserName: null }),
      netSession: text('\\\\192.168.16.20        ANA                  Windows 2002 2600     3 00:02:15\r\n'),
      fileList: text('', 1),
    });
    expect(value.sessions).toMatchObject([{ user: 'ANA', kind: 'file-share' }]);
    expect(value.openFiles).toBeUndefined();
  });
});

describe('sessions that cannot be seen', () => {
  it('are missing, not none', () => {
    const refused = { ...text('', 2), err: 'Error de sistema 5.\r\n' };
    const reason = reasonWith(sessionsOnWindows, { terminal: nobody, serverSessions: rows(), netSession: refused });
    expect(reason.es).toContain('net session');
    expect(reason.es).toContain('Error de sistema 5.');
    expect(
      reasonWith(sessionsOnWindows, { terminal: nobody, serverSessions: denied, netSession: refused }).en,
    ).toContain('elevated');
  });

  it('are missing when nobody tells who is on the server itself', () => {
    const help = text(
      'La sintaxis para este comando es:\r\n\r\nNET comando [argumentos]\r\n    -o-\r\nNET comando /HELP\r\n',
    );
    expect(reasonWith(sessionsOnWindows, { terminal: nobody, netSession: help }).en).toContain(
      'cannot be asked of this system',
    );
    expect(
      valueWith(sessionsOnWindows, { terminal: nobody, netSession: none, fileList: help }).openFiles,
    ).toBeUndefined();
    const strange = text('HEAD  OF  A  KIND\r\nnobody knows\r\n');
    expect(reasonWith(sessionsOnWindows, { terminal: strange, netSession: none, computer: rows({}) }).en).toContain(
      'quser',
    );
    expect(reasonWith(sessionsOnWindows, { terminal: unsupported, netSession: none }).en).toContain('quser');
  });
});
