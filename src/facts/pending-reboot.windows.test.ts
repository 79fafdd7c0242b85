import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { type Given, readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, text, timedOut, unsupported } from '../testing/windows-answers.js';
import { pendingRebootOnWindows } from './pending-reboot.windows.js';

const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
const names = (active: string, next: string) =>
  registry(`${control}\\ComputerName`, {
    '': {},
    ActiveComputerName: { ComputerName: active },
    ComputerName: { ComputerName: next },
  });
const session = (...files: readonly string[]) =>
  registry(`${control}\\Session Manager`, { '': { PendingFileRenameOperations: files } });

/** A key of this name with these keys below. */
const below = (key: string, ...children: readonly string[]): Answer =>
  registry(key, Object.fromEntries([['', {}], ...children.map(child => [child, {}])]));

describe('a restart is waited for', () => {
  const table: readonly [string, Given, string, boolean][] = [
    [
      'by components',
      { servicing: below(`${windows}\\Component Based Servicing`, 'Packages', 'RebootPending') },
      'component-servicing',
      true,
    ],
    [
      'while components are changed',
      { servicing: below(`${windows}\\Component Based Servicing`, 'RebootInProgress') },
      'component-servicing',
      true,
    ],
    [
      'perhaps, by packages',
      { servicing: below(`${windows}\\Component Based Servicing`, 'PackagesPending') },
      'component-servicing',
      false,
    ],
    [
      'by updates',
      { automaticUpdates: below(`${windows}\\WindowsUpdate\\Auto Update`, 'RebootRequired') },
      'windows-update',
      true,
    ],
    [
      'by the report of updates',
      { automaticUpdates: below(`${windows}\\WindowsUpdate\\Auto Update`, 'PostRebootReporting') },
      'windows-update',
      true,
    ],
    [
      'by an update service',
      {
        updateServices: below(`${windows}\\WindowsUpdate\\Services\\Pending`, '{7971F918-A847-4430-9279-4A52D1EFE18D}'),
      },
      'windows-update',
      true,
    ],
    [
      'perhaps, by a leftover',
      { sessionManager: session('\\??\\C:\\Archivos de programa\\NAV\\VPC32.OLD', '') },
      'file-rename',
      false,
    ],
    [
      'by update.exe',
      { updateExe: registry('HKLM\\SOFTWARE\\Microsoft\\Updates', { '': { UpdateExeVolatile: 1 } }) },
      'update-exe',
      true,
    ],
    [
      'by set-up from a disc',
      { runOnce: registry(`${windows}\\RunOnce`, { '': { DVDRebootSignal: 'x' } }) },
      'run-once',
      true,
    ],
    [
      'by Server Manager',
      { serverManager: below('HKLM\\SOFTWARE\\Microsoft\\ServerManager', 'CurrentRebootAttempts') },
      'server-manager',
      true,
    ],
    [
      'by a domain joined',
      { netlogon: registry('HKLM\\SYSTEM\\CurrentControlSet\\Services\\Netlogon', { '': { JoinDomain: 'x' } }) },
      'domain-join',
      true,
    ],
    ['by a new name', { names: names('SRV', 'SERVIDOR') }, 'computer-rename', true],
    ['by its management', { managedClient: text('{"pending":true}') }, 'reboot-required', true],
  ];
  it.each(table)('%s', (_name, given, kind, certain) => {
    const { reasons } = valueWith(pendingRebootOnWindows, given);
    expect(reasons.map(reason => [reason.kind, reason.certain])).toEqual([[kind, certain]]);
    expect(reasons[0]?.detail).not.toBe('');
  });

  it('names the files, without the marks of the kernel', () => {
    const sessionManager = session(
      '\\??\\C:\\a.tmp',
      '!\\??\\C:\\b.dll',
      '*1\\??\\C:\\c.dll',
      '',
      '\\??\\C:\\d.dll',
      '',
    );
    expect(valueWith(pendingRebootOnWindows, { sessionManager }).reasons[0]?.detail).toBe(
      'PendingFileRenameOperations: C:\\a.tmp, C:\\b.dll, C:\\c.dll',
    );
  });
});

describe('no restart is waited for', () => {
  const quiet: Given = {
    servicing: below(`${windows}\\Component Based Servicing`, 'Packages', 'SessionsPending'),
    automaticUpdates: below(`${windows}\\WindowsUpdate\\Auto Update`, 'Results'),
    sessionManager: session('', ''),
    updateExe: registry('HKLM\\SOFTWARE\\Microsoft\\Updates', { '': { UpdateExeVolatile: 0 } }),
    names: names('SERVIDOR', 'servidor'),
    managedClient: text('{"pending":false}'),
  };
  it('when none of the signs is there', () => expect(valueWith(pendingRebootOnWindows, quiet).reasons).toEqual([]));
  it('when the agent cannot be asked', () => {
    for (const managedClient of [unsupported, timedOut]) {
      expect(valueWith(pendingRebootOnWindows, { ...quiet, managedClient }).reasons).toEqual([]);
    }
  });

  it('is not said when one of the keys may not be read', () => {
    expect(reasonWith(pendingRebootOnWindows, { ...quiet, sessionManager: denied }).en).toContain(
      'Session Manager could not be read',
    );
    expect(reasonWith(pendingRebootOnWindows, { ...quiet, netlogon: timedOut }).es).toContain('Netlogon');
  });

  it('matters no more once a sure sign is there', () => {
    expect(
      valueWith(pendingRebootOnWindows, { ...quiet, sessionManager: denied, names: names('A', 'B') }).reasons,
    ).toHaveLength(1);
  });

  it('reads any list of files', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        files => readWith(pendingRebootOnWindows, { sessionManager: session(...files) }).state === 'known',
      ),
    );
  });
});
