import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv.js';
import { netSessions, openFiles, terminalSessions } from './windows-session-text.js';

const english = [
  ' USERNAME              SESSIONNAME        ID  STATE   IDLE TIME  LOGON TIME',
  '>administrator         console             1  Active      none   3/14/2009 8:12 AM',
  ' begona                rdp-tcp#3           2  Active         5   3/14/2009 9:12 PM',
  ' luis                                      3  Disc     2+01:15   3/12/2009 9:00 AM',
].join('\r\n');

const spanish = [
  ' NOMBRE USUARIO        NOMBRE SESIÓN      ID. ESTADO  TIEMPO IN. TIEMPO SESIÓN',
  '>administrador         console             1  Activo         .  14/03/2009 9:12',
  ' begoña muñoz          rdp-tcp#0           2  Activo      1:30  13/03/2009 21:05',
  ' una.cuenta.larguísima                     7  Desc        5:02  01/03/2009 8:00',
].join('\r\n');

describe('quser', () => {
  it('in English', () => {
    expect(terminalSessions(english, 'mdy', 60)).toEqual([
      {
        id: '1',
        own: true,
        user: 'administrator',
        from: undefined,
        kind: 'console',
        since: '2009-03-14T07:12:00.000Z',
        idleSeconds: 0,
        active: true,
      },
      {
        id: '2',
        own: false,
        user: 'begona',
        from: undefined,
        kind: 'remote-desktop',
        since: '2009-03-14T20:12:00.000Z',
        idleSeconds: 300,
        active: true,
      },
      {
        id: '3',
        own: false,
        user: 'luis',
        from: undefined,
        kind: 'remote-desktop',
        since: '2009-03-12T08:00:00.000Z',
        idleSeconds: (2 * 24 + 1) * 3600 + 900,
        active: false,
      },
    ]);
  });

  it('in Spanish', () => {
    expect(terminalSessions(spanish, 'dmy', 60)).toMatchObject([
      { user: 'administrador', kind: 'console', since: '2009-03-14T08:12:00.000Z', idleSeconds: 0, active: true },
      { user: 'begoña muñoz', kind: 'remote-desktop', idleSeconds: 5400, active: true },
      { user: 'una.cuenta.larguísima', since: '2009-03-01T07:00:00.000Z', idleSeconds: 18120, active: false },
    ]);
  });

  it.each(['', 'No User exists for *', 'No existe ningún usuario para *', '"quser" no se reconoce como un comando'])(
    'says nobody: %j',
    text => expect(terminalSessions(text, 'dmy', 60)).toEqual([]),
  );
});

describe('net session', () => {
  const text = [
    'Equipo                 Usuario               Tipo cliente       Abierto Tiempo inactivo',
    '',
    '-------------------------------------------------------------------------------',
    '\\\\192.168.16.20        ANA                  Windows 2002 2600     3 00:02:15',
    '\\\\PC-LUIS              Luis Gómez                                  0 01:10:00',
    '\\\\192.168.16.33                             Windows NT 1381       1 00:00:03',
    'Se ha completado el comando correctamente.',
  ].join('\r\n');
  it('names users, computers and idle times', () => {
    expect(netSessions(text).map(session => [session.user, session.from, session.idleSeconds])).toEqual([
      ['ANA', '192.168.16.20', 135],
      ['Luis Gómez', 'PC-LUIS', 4200],
      ['', '192.168.16.33', 3],
    ]);
  });
  it('says nobody', () => expect(netSessions('There are no entries in the list.\r\n')).toEqual([]));
});

describe('open files', () => {
  it('of openfiles, whatever the language of its header', () => {
    const text = [
      '',
      'Archivos abiertos de forma remota mediante puntos de recursos compartidos locales:',
      '"Nombre de host","Id.","Acceso realizado por","Tipo","Bloqueos","Modo abierto","Archivo abierto (ruta de acceso\\ejecutable)"',
      '"SERVIDOR","537","ANA","Windows","0","Lectura","D:\\Datos\\Año 2003\\balance, final.csv"',
      '"SERVIDOR","538","","Windows","2","Write + Read","D:\\Datos\\x.mdb"',
    ].join('\r\n');
    expect(openFiles(text)).toEqual([
      { path: 'D:\\Datos\\Año 2003\\balance, final.csv', user: 'ANA' },
      { path: 'D:\\Datos\\x.mdb', user: undefined },
    ]);
  });

  it('of net file', () => {
    const text = [
      'Identif.   Ruta de acceso                          Usuario              Bloqueos',
      '-------------------------------------------------------------------------------',
      '67108872   D:\\Datos\\Clientes\\Muñoz y Asoc.doc     ANA                  0',
      '67108999   D:\\Datos                                                     0',
    ].join('\r\n');
    expect(openFiles(text)).toEqual([
      { path: 'D:\\Datos\\Clientes\\Muñoz y Asoc.doc', user: 'ANA' },
      { path: 'D:\\Datos', user: undefined },
    ]);
  });

  it('none', () => expect(openFiles('INFO: No shared open files found.\r\n')).toEqual([]));
});

describe('any text', () => {
  it('is read without a fault', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('  ', '\\\\x', '1', ':', '"', '","', '\n'));
    fc.assert(
      fc.property(
        fc.array(cell).map(parts => parts.join('')),
        text => {
          terminalSessions(text, undefined, 0);
          netSessions(text);
          openFiles(text);
          openFiles(`"${text}`);
        },
      ),
    );
  });

  it('comes to an end when only a hostile host writes it', () => {
    const line = `x${'  a'.repeat(130)}`;
    const text = `${line}\n`.repeat(2000) + ' '.repeat(1_000_000);
    const read = [terminalSessions(text, 'dmy', 0), netSessions(text.replaceAll('x', '\\\\')), openFiles(text)];
    // that it ends at all, within the time a test has, is the point
    expect(read.length).toBe(3);
  });
});

describe('comma-separated values', () => {
  it.each([
    ['"a","b"', [['a', 'b']]],
    ['"a, b","","c"\r\nnoise\r\n', [['a, b', '', 'c']]],
    ['""C:\\a b.exe" -x","y"', [['"C:\\a b.exe" -x', 'y']]],
    ['"say ""x""","y"', [['say "x"', 'y']]],
    ['"', []],
    ['', []],
  ])('%j', (text, rows) => expect(csvRows(text)).toEqual(rows));
});
