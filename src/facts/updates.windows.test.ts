import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { registry, rows, text, timedOut, unsupported } from '../testing/windows-answers.js';
import { updatesOnWindows } from './updates.windows.js';

const updates = 'HKLM\\SOFTWARE\\Microsoft\\Updates';
const hotFix = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\HotFix';
const results = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\Results';

describe('updates of Windows Server 2019', () => {
  const value = valueWith(updatesOnWindows, {
    quickFixes: rows(
      { HotFixID: 'KB4578966', Description: 'Update', InstalledOn: '10/14/2025', ServicePackInEffect: '' },
      { HotFixID: 'KB5005112', Description: 'Security Update', InstalledOn: '9/9/2025', ServicePackInEffect: '' },
      { HotFixID: 'KB5005112', Description: 'Security Update', InstalledOn: null, ServicePackInEffect: '' },
    ),
    pending: text(
      '\ufeff{"checked":"2026-03-13T04:11:00Z","pending":[{"security":true,"id":"KB5035849","title":"Actualización acumulativa 2024-03"},{"title":"Controlador ñ","id":"b1","security":false},{"id":7}]}\r\n',
    ),
  });
  it('are listed once each, with the day of the newest', () => {
    expect(value.installed.map(update => [update.id, update.date])).toEqual([
      ['KB4578966', '2025-10-14'],
      ['KB5005112', '2025-09-09'],
    ]);
    expect(value.lastInstalled).toBe('2025-10-14');
  });
  it('tell which are pending and when the host last looked', () => {
    expect(value.pending).toEqual([
      { id: 'KB5035849', title: 'Actualización acumulativa 2024-03', security: true },
      { id: 'b1', title: 'Controlador ñ', security: false },
    ]);
    expect(value.lastChecked).toBe('2026-03-13T04:11:00.000Z');
  });
});

describe('updates of Windows 2000 and 2003', () => {
  const keys = registry(updates, {
    '': {},
    'Windows 2000': {},
    'Windows 2000\\SP5': {},
    'Windows 2000\\SP5\\KB828035': { InstalledDate: '11/20/2003', Description: 'Hotfix KB828035' },
    'Windows Server 2003\\SP3\\KB925902-v2': { InstalledDate: '4/4/2007' },
  });
  const fixes = registry(hotFix, {
    '': {},
    Q147222: { Installed: 1 },
    Q828035: { Installed: 1, 'Fix Description': 'Revisión de Windows 2000 - KB828035' },
    KB999999: { Installed: 0 },
  });

  it('come from the registry where the query hangs', () => {
    const value = valueWith(updatesOnWindows, {
      quickFixes: timedOut,
      updateKeys: keys,
      hotFixKeys: fixes,
      pending: unsupported,
    });
    expect(value.installed.map(update => update.id)).toEqual(['KB828035', 'KB925902', 'Q147222', 'Q828035']);
    expect(value).toMatchObject({ lastInstalled: '2007-04-04', pending: undefined, lastChecked: undefined });
  });

  it('have their number in the service pack where they are called "File 1"', () => {
    const quickFixes = rows(
      { HotFixID: 'File 1', ServicePackInEffect: 'KB925902', InstalledOn: '4/4/2007', Description: null },
      { HotFixID: 'File 1', ServicePackInEffect: '', InstalledOn: null, Description: null },
    );
    expect(valueWith(updatesOnWindows, { quickFixes }).installed).toEqual([
      { id: 'KB925902', title: undefined, date: '2007-04-04' },
    ]);
  });

  it('were last looked for and installed when the registry says', () => {
    const value = valueWith(updatesOnWindows, {
      quickFixes: rows(),
      results: registry(results, {
        '': {},
        Detect: { LastSuccessTime: '2014-03-14 09:12:00' },
        Install: { LastSuccessTime: '2014-03-12 03:00:09' },
      }),
    });
    expect(value).toMatchObject({ lastChecked: '2014-03-14T09:12:00.000Z', lastInstalled: '2014-03-12' });
  });
});

describe('updates that are not told', () => {
  it('are missing, not none', () => {
    expect(reasonWith(updatesOnWindows, { quickFixes: timedOut }).es).toContain('Win32_QuickFixEngineering');
  });

  it.each(['', 'null', '[]', '{"pending":"x"}', 'ERROR 0x80240438'])('are unknown when pending is %j', answer => {
    expect(valueWith(updatesOnWindows, { quickFixes: rows(), pending: text(answer) }).pending).toBeUndefined();
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (pending, cell) => {
        const quickFixes = rows({ HotFixID: `KB${cell}`, InstalledOn: cell, Description: cell });
        expect(readWith(updatesOnWindows, { pending: text(pending), quickFixes }).state).toBe('known');
      }),
    );
  });
});
