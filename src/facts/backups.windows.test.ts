import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { registry, rows, text, timedOut } from '../testing/windows-answers.js';
import { backupsOnWindows } from './backups.windows.js';

const english = `wbadmin 1.0 - Backup command-line tool
(C) Copyright Microsoft Corporation. All rights reserved.

Backup time: 3/13/2026 10:00 PM
Backup target: 1394/USB Disk labeled Copias(E:)
Version identifier: 03/13/2026-21:00
Can recover: Volume(s), File(s), Application(s), Bare Metal Recovery, System State
Snapshot ID: {1a2b3c4d-0000-0000-0000-000000000000}

Backup time: 3/12/2026 10:00 PM
Backup target: Network Share labeled \\\\nas\\copias
Version identifier: 03/12/2026-21:00
Can recover: Volume(s), File(s)
`;
const spanish = `wbadmin 1.0: herramienta de línea de comandos de copia de seguridad

Hora de copia de seguridad: 13/03/2026 22:00
Destino de copia de seguridad: Disco USB/1394 con la etiqueta Copias(E:)
Identificador de versión: 03/13/2026-21:00
Se puede recuperar: Volúmenes, Archivos
`;
const event = (id: number, time: string, more = '') =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Backup' Guid='{1db28f2e-8f80-4027-8c5a-a11f7f10f62d}'/><EventID>${id}</EventID><TimeCreated SystemTime='${time}'/></System><EventData>${more}</EventData></Event>\r\n`;

describe('backups of Windows Server 2008 and later', () => {
  it('are the versions, of which nobody says how they ended', () => {
    expect(valueWith(backupsOnWindows, { versions: text(english) })).toEqual([
      {
        tool: 'wbadmin',
        at: '2026-03-13T21:00:00.000Z',
        ended: 'unknown',
        target: '1394/USB Disk labeled Copias(E:)',
        detail: 'wbadmin 03/13/2026-21:00',
      },
      {
        tool: 'wbadmin',
        at: '2026-03-12T21:00:00.000Z',
        ended: 'unknown',
        target: 'Network Share labeled \\\\nas\\copias',
        detail: 'wbadmin 03/12/2026-21:00',
      },
    ]);
  });

  it('are the same in Spanish', () => {
    expect(valueWith(backupsOnWindows, { versions: text(spanish) })).toMatchObject([
      { at: '2026-03-13T21:00:00.000Z', target: 'Disco USB/1394 con la etiqueta Copias(E:)' },
    ]);
  });

  it('are the events by their numbers, newest first', () => {
    const serverEvents = text(
      event(5, '2026-03-11T21:05:00.1234567Z', "<Data Name='HRESULT'>0x80780049</Data>") +
        event(4, '2026-03-13T21:40:12.0000000Z', "<Data Name='BackupTarget'>E:</Data><Data Name='HRESULT'>0</Data>"),
    );
    const applicationEvents = text(event(521, '2026-03-10T21:00:00Z'));
    expect(valueWith(backupsOnWindows, { serverEvents, applicationEvents })).toEqual([
      {
        tool: 'wbadmin',
        at: '2026-03-13T21:40:12.000Z',
        ended: 'well',
        target: 'E:',
        detail: 'Microsoft-Windows-Backup 4',
      },
      {
        tool: 'wbadmin',
        at: '2026-03-11T21:05:00.123Z',
        ended: 'badly',
        target: undefined,
        detail: 'Microsoft-Windows-Backup 5 (0x80780049)',
      },
      {
        tool: 'wbadmin',
        at: '2026-03-10T21:00:00.000Z',
        ended: 'badly',
        target: undefined,
        detail: 'Microsoft-Windows-Backup 521',
      },
    ]);
  });

  it('are what the tool says of the last one', () => {
    const summary = (result: number) =>
      text(`{"installed":true,"last":"2026-03-13T21:40:00Z","result":${result},"target":"E:"}`);
    expect(valueWith(backupsOnWindows, { summary: summary(0) })).toMatchObject([
      { ended: 'well', target: 'E:', detail: 'Get-WBSummary' },
    ]);
    expect(valueWith(backupsOnWindows, { summary: summary(-2139619253) })).toMatchObject([
      { ended: 'badly', detail: 'Get-WBSummary (0x8078004B)' },
    ]);
  });

  it('are none when the tool has made none', () => {
    expect(valueWith(backupsOnWindows, { versions: text('wbadmin 1.0\r\n', 0), serverEvents: text('') })).toEqual([]);
  });
});

describe('backups of Windows 2000 and 2003', () => {
  const log = rows(
    { RecordNumber: 14, EventCode: 8019, TimeGenerated: '20260313233000.000000+060' },
    { RecordNumber: 11, EventCode: 8000, TimeGenerated: '20260312220000.000000+060' },
    { RecordNumber: 12, EventCode: 8001, TimeGenerated: '20260312230000.000000+060' },
    { RecordNumber: 13, EventCode: 8019, TimeGenerated: '20260312233000.000000+060' },
  );
  it.each([
    ['badly where an event of the job is an error', rows({ RecordNumber: 12 }), ['well', 'badly']],
    ['well where none is', rows(), ['well', 'well']],
    ['unknown where the levels cannot be asked', timedOut, ['unknown', 'unknown']],
  ])('end %s', (_name, ntbackupErrors, ended) => {
    const found = valueWith(backupsOnWindows, { ntbackupLog: log, ntbackupErrors });
    expect(found.map(backup => backup.ended)).toEqual(ended);
    expect(found[0]).toMatchObject({ tool: 'ntbackup', at: '2026-03-13T22:30:00.000Z', detail: 'NTBackup 8019, 14' });
  });

  it('are named by the list of logs', () => {
    const key = 'HKCU\\Software\\Microsoft\\Ntbackup\\Log Files';
    const logsOfAccount = registry(key, {
      '': { 'Log File Count': 2 },
      'Log#1': { 'Job Name': 'Copia diaria', 'Date/Time Used': 1_773_439_200 },
      'Log#10': { 'Date/Time Used': 1_773_352_800 },
      'Log#2': { 'Job Name': 'nunca', 'Date/Time Used': 0 },
    });
    expect(valueWith(backupsOnWindows, { logsOfAccount }).map(backup => [backup.at, backup.detail])).toEqual([
      ['2026-03-13T22:00:00.000Z', 'backup01.log, Copia diaria'],
      ['2026-03-12T22:00:00.000Z', 'backup10.log'],
    ]);
  });

  it('are none where the log holds none', () =>
    expect(valueWith(backupsOnWindows, { ntbackupLog: rows(), versions: text('', 1) })).toEqual([]));
});

describe('backups that cannot be seen', () => {
  it('are missing, not none', () => {
    expect(reasonWith(backupsOnWindows, { ntbackupLog: rows() }, { elevated: false }).es).toContain(
      'privilegios elevados',
    );
    expect(reasonWith(backupsOnWindows, { versions: timedOut, ntbackupLog: rows() }).en).toContain(
      'did not answer in time',
    );
    expect(reasonWith(backupsOnWindows, { versions: text('', 1), serverEvents: text('', 1) }).en).toContain('wbadmin');
  });

  it('never throw', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<Event ',
        '<EventID>',
        '4</EventID>',
        "Name='HRESULT'>",
        "<TimeCreated SystemTime='99999999999'",
        '99/99/9999-99:99\n',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(part).map(parts => parts.join('')),
        fc.integer(),
        fc.string(),
        (answer, number, cell) => {
          const ntbackupLog = rows({ RecordNumber: number, EventCode: 8019, TimeGenerated: cell });
          const given = { versions: text(answer), serverEvents: text(answer), summary: text(answer), ntbackupLog };
          expect(readWith(backupsOnWindows, given).state).toBe('known');
        },
      ),
    );
  });
});
