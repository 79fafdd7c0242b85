import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { aSession } from '../../testing/facts.js';
import { type Screens, logOffLine, messageTo, messageToAll } from './screen-lines.js';

const text = 'Muñoz & Cía: "cerramos" al 100%';
const on = (product: string, platform: 'windows' | 'linux' = 'windows'): Screens => ({
  product,
  platform,
  language: 'es',
});
/** What a line has PowerShell do; other lines as they are. */
const plain = (line: string | undefined): string | undefined =>
  line?.startsWith('powershell.exe') ? Buffer.from(line.split(' ').at(-1) ?? '', 'base64').toString('utf16le') : line;

describe('a message to all', () => {
  it.each([
    ['sbs2000', `net send * "Muñoz & Cía: 'cerramos' al 100 por ciento"`],
    [
      'sbs2003',
      `msg * "Muñoz & Cía: 'cerramos' al 100 por ciento" & net send * "Muñoz & Cía: 'cerramos' al 100 por ciento"`,
    ],
    ['sbs2008', `msg * "Muñoz & Cía: 'cerramos' al 100 por ciento"`],
    ['ws2019', `& msg.exe '*' 'Muñoz & Cía: ”cerramos” al 100%'; exit $LASTEXITCODE`],
  ])('on %s', (product, expected) => expect(plain(messageToAll(on(product), text))).toBe(expected));

  it('on Windows 2000 as long as the Messenger service takes', () =>
    expect(messageToAll(on('ws2000'), 'x'.repeat(500))).toBe(`net send * "${'x'.repeat(120)}"`));

  it('on Linux arrives at wall as it is', () => {
    const hostile = 'it\'s $(id) `id` "$HOME" %s\\n & | é\nsecond';
    const line = messageToAll(on('debian12', 'linux'), hostile).replace(/wall$/, 'cat');
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(`${hostile}\n`);
  });
});

describe('a message to one', () => {
  const share = aSession({ kind: 'file-share', id: 'PC-LUIS', from: 'PC-LUIS' });
  it.each([
    ['by its number', on('ws2003'), aSession({ id: '3' }), `msg 3 "hola"`],
    ['by its number, later', on('ws2019'), aSession({ id: '3' }), `& msg.exe 3 'hola'; exit $LASTEXITCODE`],
    [
      'the console of 2000',
      on('sbs2000'),
      aSession({ id: undefined, kind: 'console' }),
      `net send %COMPUTERNAME% "hola"`,
    ],
    ['one without a number, later', on('ws2019'), aSession({ id: undefined }), undefined],
    ['a share of 2000', on('sbs2000'), share, `net send PC-LUIS "hola"`],
    ['a share, later', on('ws2019'), share, undefined],
    ['a terminal of Linux', on('debian12', 'linux'), aSession({ kind: 'ssh' }), `printf '%s\\n' 'hola' | wall`],
    ['a share of Samba', on('debian12', 'linux'), share, undefined],
  ])('%s', (_title, screens, session, expected) => expect(plain(messageTo(screens, session, 'hola'))).toBe(expected));
});

describe('ending a session', () => {
  it.each([
    ['by its number', 'windows', aSession({ id: '3' }), 'logoff 3'],
    [
      'a share',
      'windows',
      aSession({ kind: 'file-share', id: '192.168.16.20' }),
      'net session \\\\192.168.16.20 /delete /y',
    ],
    [
      'a share of a computer that names a command',
      'windows',
      aSession({ kind: 'file-share', id: 'a&calc' }),
      undefined,
    ],
    ['without a number', 'windows', aSession({ id: undefined, kind: 'console' }), undefined],
    ['a number that is none', 'windows', aSession({ id: '3 & calc' }), undefined],
    ['by logind', 'linux', aSession({ kind: 'ssh', id: 'c12' }), 'loginctl terminate-session c12'],
    ['by its process', 'linux', aSession({ kind: 'ssh', id: 'pid-1234' }), 'kill -HUP 1234'],
    ['of Samba', 'linux', aSession({ kind: 'file-share', id: '478' }), 'smbcontrol 478 shutdown'],
    ['an id with a blank', 'linux', aSession({ kind: 'ssh', id: '1;id' }), undefined],
    ['our own', 'linux', aSession({ kind: 'ssh', own: true }), undefined],
    ['our own', 'windows', aSession({ own: true }), undefined],
  ] as const)('%s (%s)', (_title, platform, session, expected) =>
    expect(logOffLine({ platform }, session)).toBe(expected),
  );
});
