import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOfText } from '../backups/byte-path.js';
import { Highest, importantKind } from './always.js';

describe('files that are always looked at', () => {
  it.each([
    ['C:/WINDOWS/system32/config/SYSTEM', 'registry'],
    ['C:/WINDOWS/system32/config/system.LOG', undefined],
    ['D:/system', undefined],
    ['C:/Documents and Settings/Ana/NTUSER.DAT', 'registry'],
    ['C:/WINDOWS/NTDS/ntds.dit', 'directory'],
    ['E:/Exchsrvr/MDBDATA/priv1.edb', 'mail'],
    ['E:/Exchsrvr/MDBDATA/priv1.stm', 'mail'],
    ['D:/SQL/Data/contaplus.MDF', 'database'],
    ['D:/Año 2009/clientes.mdb', 'database'],
    ['/var/lib/mysql/ibdata1', 'database'],
    ['/var/lib/ldap/data.mdb', 'directory'],
    ['/etc/passwd', 'system'],
    ['etc/fstab', 'system'],
    ['srv/notetc/passwd', undefined],
    ['D:/Cartas/carta.doc', undefined],
  ])('%s: %s', (path, kind) => expect(importantKind(pathOfText(path))).toBe(kind));

  it('the highest of any number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.integer({ min: 1, max: 9 }), (values, most) => {
        const highest = new Highest<number>(most);
        for (const value of values) highest.add(value, value);
        expect(highest.items()).toEqual(values.toSorted((a, b) => b - a).slice(0, most));
      }),
    );
  });
});
