import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, rows } from '../testing/windows-answers.js';
import { sharesOnWindows } from './shares.windows.js';

const key = sharesOnWindows.questions['configured'];
const configured = (values: Parameters<typeof registry>[1]['']) =>
  registry(key?.kind === 'registry' ? key.key : '', { '': values ?? {} });
const read = (given: Given) => valueWith(sharesOnWindows, given);

/** As in the registry of Windows Server 2008 R2. */
const data = [
  'CSCFlags=0',
  'MaxUses=4294967295',
  'Path=D:\\Datos',
  'Permissions=0',
  'Remark=De todos',
  'ShareName=Datos',
  'Type=0',
];
const offered = rows(
  { Name: 'ADMIN$', Path: 'C:\\Windows', Type: '2147483648', Description: 'Admin remota' },
  { Name: 'C$', Path: 'C:\\', Type: 2147483648, Description: 'Recurso predeterminado' },
  { Name: 'IPC$', Path: '', Type: 2147483651, Description: 'IPC remota' },
  { Name: 'Datos', Path: 'D:\\Datos', Type: 0, Description: 'De todos' },
  { Name: 'SYSVOL', Path: 'C:\\Windows\\SYSVOL\\sysvol', Type: 0, Description: 'Recurso del servidor de inicio' },
  { Name: 'Jefe$', Path: 'D:\\Jefe', Type: 0, Description: '' },
  { Name: 'HP4050', Path: 'HP LaserJet 4050,LocalsplOnly', Type: 1, Description: null },
);

describe('shares of Windows', () => {
  it('what is offered, those Windows makes itself apart; hidden ones of people are theirs', () => {
    const { shares, administrative } = read({ offered, configured: configured({ Datos: data }) });
    expect(administrative.map(({ name, kind }) => [name, kind])).toEqual([
      ['ADMIN$', 'folder'],
      ['C$', 'folder'],
      ['IPC$', 'pipe'],
      ['SYSVOL', 'folder'],
    ]);
    expect(shares).toEqual([
      { name: 'Datos', kind: 'folder', path: 'D:\\Datos', comment: 'De todos', offered: true },
      { name: 'HP4050', kind: 'printer', path: 'HP LaserJet 4050,LocalsplOnly', comment: undefined, offered: true },
      { name: 'Jefe$', kind: 'folder', path: 'D:\\Jefe', comment: undefined, offered: true },
    ]);
  });

  it('what is configured and not offered', () => {
    const values = { Datos: data, Vieja: ['Path=E:\\Vieja', 'Type=0'], Rara: 'no list of settings' };
    expect(read({ offered: rows(), configured: configured(values) }).shares).toEqual([
      { name: 'Datos', kind: 'folder', path: 'D:\\Datos', comment: 'De todos', offered: false },
      { name: 'Vieja', kind: 'folder', path: 'E:\\Vieja', comment: undefined, offered: false },
    ]);
  });

  it('from the registry alone (Wine): whether they are offered is not known', () =>
    expect(read({ configured: configured({ datos: data }) }).shares).toMatchObject([
      { name: 'Datos', offered: undefined },
    ]));

  it('are missing when neither answered', () =>
    expect(reasonWith(sharesOnWindows, { offered: denied, configured: denied }).es).toContain('Win32_Share'));

  it('are read whatever the registry holds', () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.constantFrom('Type=7', 'Path=', '=', 'ShareName=x')));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(lines, fc.string(), fc.nat())), values => {
        for (const share of read({ configured: configured(values) }).shares) expect(share.name).not.toBe('');
      }),
    );
  });
});
