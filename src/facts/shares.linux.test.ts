import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { sharesOnLinux } from './shares.linux.js';

const file = (name: string, ...lines: readonly string[]) => lines.map(line => `${name}:${line}\n`).join('');
const smb = (...lines: readonly string[]) => file('/etc/samba/smb.conf', ...lines);
const samba = (...files: readonly string[]) => `\n::samba\n${files.join('')}\n::nfs\n`;
const read = (printed: string) => valueWith(sharesOnLinux, { settings: text(printed) });
const folder = (name: string, path: string | undefined, more: object = {}) => ({
  name,
  kind: 'folder',
  path,
  comment: undefined,
  offered: undefined,
  ...more,
});

/** smb.conf as Debian's package brings it, with a share added. */
const debian = smb(
  '[global]',
  '[homes]',
  '   comment = Home Directories',
  '[printers]',
  '   comment = All Printers',
  '   path = /var/tmp',
  '   printable = yes',
  '[print$]',
  '   path = /var/lib/samba/printers',
  '[Contabilidad]',
  '   Path = "/srv/contabilidad"',
);

describe('shares of a Linux server', () => {
  it.each<[string, string, object[], string[]]>([
    [
      'as Debian brings them',
      samba(debian),
      [
        folder('homes', undefined, { comment: 'Home Directories' }),
        folder('printers', '/var/tmp', { kind: 'printer', comment: 'All Printers' }),
        folder('print$', '/var/lib/samba/printers'),
        folder('Contabilidad', '/srv/contabilidad'),
      ],
      [],
    ],
    [
      'included files, and those that nothing includes',
      samba(
        smb('[global]', 'include = /etc/samba/more.conf', 'include = /srv/%m.conf'),
        file('/etc/samba/more.conf', '[Datos]', 'directory = /srv/datos', 'include = /etc/samba/smb.conf'),
        file('/etc/samba/old.conf', '[Vieja]', 'path = /srv/vieja'),
      ),
      [folder('Datos', '/srv/datos')],
      ['/srv/%m.conf'],
    ],
    [
      'copies, a section in two parts, one that is switched off',
      samba(
        smb('[plantilla]', 'path = /srv/a', 'print ok = no', '[b]', 'copy = Plantilla', '[c]', 'available = no'),
        smb('[B]', 'comment = dos'),
      ),
      [
        folder('plantilla', '/srv/a'),
        folder('c', undefined, { offered: false }),
        folder('b', '/srv/a', { comment: 'dos' }),
      ],
      [],
    ],
    [
      'shares of users, and the registry that is not read',
      samba(
        smb('[global]', 'Config Backend = registry'),
        file('/var/lib/samba/usershares/fotos', 'path=/home/ana/Fotos', 'comment=de Ana'),
      ),
      [folder('fotos', '/home/ana/Fotos', { comment: 'de Ana' })],
      ['registry'],
    ],
    [
      'exports',
      '\n::samba\n\n::nfs\n/srv/nfs 192.168.1.0/24(rw,sync)\n"/srv/con espacio" *(ro)\n/srv/otra\\040mas host\n/srv/nfs 10.0.0.1(ro)\n',
      ['/srv/nfs', '/srv/con espacio', '/srv/otra mas'].map(path => ({ ...folder(path, path), kind: 'nfs' })),
      [],
    ],
    ['none', samba(), [], []],
  ])('%s', (_what, printed, shares, unread) => expect(read(printed)).toEqual({ shares, administrative: [], unread }));

  it('are missing when the files could not be asked for', () =>
    expect(reasonWith(sharesOnLinux, { settings: denied }).es).toContain('permiso'));

  it('survives anything', () => {
    expect(() => survivesAnything(sharesOnLinux, [samba(debian), smb('include = /etc/samba/smb.conf')])).not.toThrow();
  });
});
