import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, registry, valueOfReading } from '../testing/windows-answers.js';
import { applicationsOnWindows } from './applications.windows.js';

const root = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const wowRoot = 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const read = (native: Answer, wow: Answer = absent) =>
  valueOfReading(applicationsOnWindows.parse({ native, wow }, context));

describe('applications on Windows', () => {
  it('are the programs of a Small Business Server 2000, without its updates', () => {
    const native = registry(root, {
      '': {},
      'ContaPlus Élite': { DisplayName: 'ContaPlus Élite 2003', DisplayVersion: '3.1.0', Publisher: 'Contaplus S.L.' },
      'Microsoft SQL Server 2000': { DisplayName: 'Microsoft SQL Server 2000', InstallDate: '14/03/2004' },
      'Adobe Acrobat 5.0': { DisplayName: 'Adobe Acrobat 5.0' },
      KB823980: { DisplayName: 'Revisión de Windows 2000 - KB823980', Publisher: 'Microsoft Corporation' },
      Q147222: { DisplayName: 'Hotfix' },
      Fontcore: {},
    });
    expect(read(native)).toEqual([
      {
        id: 'ContaPlus Élite',
        name: 'ContaPlus Élite 2003',
        version: '3.1.0',
        publisher: 'Contaplus S.L.',
        installed: undefined,
        architecture: 'x86',
        foreign: true,
        held: false,
      },
      expect.objectContaining({ name: 'Microsoft SQL Server 2000', foreign: false, installed: undefined }),
      expect.objectContaining({ name: 'Adobe Acrobat 5.0', foreign: true }),
    ]);
  });

  it('come from both views of Windows Server 2019, without parts and hidden ones', () => {
    const native = registry(root, {
      '{A}': { DisplayName: 'Veeam Agent', Publisher: 'Veeam Software Group GmbH', InstallDate: '20250412' },
      '{B}': { DisplayName: 'Microsoft ODBC Driver 17', Publisher: 'Microsoft Corporation', SystemComponent: 1 },
      '{C}': { DisplayName: 'Update for X', ParentKeyName: '{A}' },
      '{D}': { DisplayName: 'Security Update', ReleaseType: 'Security Update' },
    });
    const wow = registry(wowRoot, { '{E}': { DisplayName: 'Sage 50', Publisher: 'Sage', InstallDate: '20259912' } });
    expect(read(native, wow)).toMatchObject([
      { id: '{A}', architecture: 'x64', installed: '2025-04-12', foreign: true },
      { id: '{E}', architecture: 'x86', installed: undefined },
    ]);
  });

  it('have no word length when the second view could not be looked at', () => {
    const native = registry(root, { a: { DisplayName: 'A' } });
    expect(read(native, denied)[0]?.architecture).toBeUndefined();
    expect(read(native, absent)[0]?.architecture).toBe('x86');
  });

  it('are missing with the reason when they could not be read', () => {
    expect(applicationsOnWindows.parse({ native: denied, wow: absent }, context).state).toBe('missing');
  });

  it('keep hostile names as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, other) => {
        const key = `${root}\\a`;
        const native: Answer = {
          state: 'ok',
          ms: 1,
          keys: { [key]: { DisplayName: { type: 'sz', value: name }, InstallDate: { type: 'sz', value: other } } },
        };
        const found = read(native).map(application => application.name);
        expect(found).toEqual(name.trim() === '' ? [] : [name.trim()]);
      }),
    );
  });
});
