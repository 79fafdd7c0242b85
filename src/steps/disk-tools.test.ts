import { describe, expect, it } from 'vitest';
import type { ProtectionProduct } from '../facts/protection.js';
import type { ScheduledTasks } from '../facts/scheduled-tasks.js';
import type { Service } from '../facts/services.js';
import { aService } from '../testing/facts.js';
import { aStepSituation, itemsOf, planStep } from '../testing/run-step.js';
import { diskTools } from './disk-tools.js';

const product = (more: Partial<ProtectionProduct>): ProtectionProduct => ({
  product: 'symantec-antivirus',
  name: 'Symantec AntiVirus',
  vendor: 'Symantec',
  kind: 'antivirus',
  seen: ['Rtvscan', 'NAVAP'],
  running: true,
  realTime: true,
  tamperProtected: undefined,
  signaturesAt: undefined,
  ...more,
});
const defender = (more: Partial<ProtectionProduct> = {}) =>
  product({
    product: 'microsoft-defender',
    name: 'Microsoft Defender Antivirus',
    seen: ['WinDefend'],
    tamperProtected: false,
    ...more,
  });
const task = (name: string, command: string): ScheduledTasks['tasks'][number] => ({
  name,
  command,
  account: 'root',
  storedCredentials: undefined,
  enabled: true,
  interpreters: [],
});
const plan = (
  path: string,
  protection: readonly ProtectionProduct[],
  services: readonly Service[] = [],
  tasks: ScheduledTasks['tasks'] = [],
) => planStep(diskTools, { protection, services, scheduledTasks: { tasks } }, aStepSituation(path));
const ids = (...args: Parameters<typeof plan>) => itemsOf(plan(...args)).map(({ id, kind }) => `${kind} ${id}`);

describe('disk tools', () => {
  it('switches Defender off by its cmdlet, and on again', () => {
    const [item] = itemsOf(plan('ws2019-ws2025', [defender()]));
    expect(item).toMatchObject({
      id: 'disk-tools/command:defender/real-time',
      from: { value: 'on' },
      to: { value: 'off' },
    });
    const resource = item?.kind === 'change' && item.resource.kind === 'command' ? item.resource : undefined;
    expect(resource?.set['off']).toContain('Set-MpPreference -DisableRealtimeMonitoring $true');
    expect(resource?.set['on']).toContain('Set-MpPreference -DisableRealtimeMonitoring $false');
    expect(resource?.look).toContain('(Get-MpComputerStatus).RealTimeProtectionEnabled');
  });

  it('leaves Defender under tamper protection to a person', () =>
    expect(ids('ws2019-ws2025', [defender({ tamperProtected: true })])).toEqual([
      'person disk-tools/microsoft-defender',
    ]));

  it.each([[{ realTime: false }], [{ running: false }]])('says that Defender is off already: %j', more =>
    expect(plan('ws2019-ws2025', [defender(more)])).toEqual({
      state: 'nothing',
      text: {
        en: 'There is nothing to pause. Off already, or nothing of it to be stopped: Microsoft Defender Antivirus.',
        es: 'No hay nada que pausar. Ya inactivos, o sin nada que detener: Microsoft Defender Antivirus.',
      },
    }),
  );

  it('stops antivirus by its services on Windows 2000, dependents first', () =>
    expect(
      ids(
        'sbs2000-sbs2003',
        [product({ seen: ['Norton AntiVirus Server', 'DefWatch', 'NAVAP'] })],
        [
          aService({ name: 'Norton AntiVirus Server', dependents: ['DefWatch'] }),
          aService({ name: 'DefWatch', dependsOn: ['Norton AntiVirus Server'] }),
        ],
      ),
    ).toEqual([
      'change disk-tools/service:DefWatch',
      String.raw`change disk-tools/registry-value:HKLM\SYSTEM\CurrentControlSet\Services\DefWatch\DependOnService`,
      'change disk-tools/service:Norton AntiVirus Server',
    ]));

  it('leaves later antivirus, which defends its services, to a person', () => {
    const sophos = product({ product: 'sophos', name: 'Sophos', seen: ['SAVService'] });
    const items = itemsOf(plan('ws2019-ws2025', [sophos], [aService({ name: 'SAVService' })]));
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([['disk-tools/sophos', 'person']]);
    expect(items[0]?.text.es).toContain('no se ha leído ningún documento del fabricante');
    expect(plan('ws2019-ws2025', [{ ...sophos, running: false, realTime: false }]).state).toBe('nothing');
  });

  it('stops a backup agent whatever its account, and what it needs', () =>
    expect(
      ids(
        'ws2012r2-ws2025',
        [product({ product: 'backup-exec', kind: 'backup', seen: ['BackupExecRPCService'] })],
        [
          aService({ name: 'BackupExecRPCService', privileged: false, dependsOn: ['BeBase'] }),
          aService({ name: 'BeBase', dependents: ['BackupExecRPCService'] }),
        ],
      ),
    ).toEqual([
      'change disk-tools/service:BackupExecRPCService',
      String.raw`change disk-tools/registry-value:HKLM\SYSTEM\CurrentControlSet\Services\BackupExecRPCService\DependOnService`,
      'change disk-tools/service:BeBase',
    ]));

  it('stops of ClamAV only what scans on access, though the distribution made it', () =>
    expect(
      ids(
        'debian12-debian13',
        [product({ product: 'clamav', name: 'ClamAV', seen: ['clamav-daemon.service', 'clamav-clamonacc.service'] })],
        ['clamav-daemon.service', 'clamav-clamonacc.service'].map(name =>
          aService({ name, maker: { kind: 'system', name: undefined, how: 'package' } }),
        ),
      ),
    ).toEqual(['change disk-tools/unit:clamav-clamonacc.service']));

  it('masks backup timers before what they start', () =>
    expect(
      ids(
        'debian12-debian13',
        [product({ product: 'restic', kind: 'backup', seen: ['restic.service', 'restic.timer'] })],
        [
          aService({ name: 'restic.service', triggers: ['restic.timer'], state: 'stopped' }),
          aService({ name: 'restic.timer', privileged: undefined }),
        ],
      ),
    ).toEqual(['change disk-tools/unit:restic.timer', 'change disk-tools/unit:restic.service']));

  it('says that schedules could not be read', () => {
    const result = planStep(diskTools, { protection: [], services: [] }, aStepSituation('debian12-debian13'));
    expect(result.text.en).toBe(
      'No antivirus or backup agent of the catalogue was recognised. One that is not in it is stopped with the services of other makers. Schedules that start backups could not be read. Not given.',
    );
  });

  it('holds the schedule of Windows Server Backup', () =>
    expect(
      ids(
        'ws2019-ws2025',
        [],
        [],
        [
          task(
            '\\Microsoft\\Windows\\Backup\\Microsoft-Windows-WindowsBackup',
            '%windir%\\System32\\wbadmin.exe start backup',
          ),
        ],
      ),
    ).toEqual(['change disk-tools/command:task\\Microsoft\\Windows\\Backup\\Microsoft-Windows-WindowsBackup']));
});
