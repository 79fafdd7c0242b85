import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, rows, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { hyperVOnWindows } from './hyper-v.windows.js';
import type { ServiceAnswers } from './reading/windows-services.js';

type Told = Partial<Record<'machines' | 'machineSettings' | 'oldMachines' | 'oldSettings', Answer>>;
const none = { machines: absent, machineSettings: absent, oldMachines: absent, oldSettings: absent };
const read = (services: ServiceAnswers, told: Told = {}) =>
  valueOfReading(hyperVOnWindows.parse({ ...services, ...none, ...told }, context));
const guid = (last: string) => `0B0B0B0B-1111-2222-3333-00000000000${last}`;

describe('Hyper-V', () => {
  it('is not on a Small Business Server 2000', () => {
    expect(read(sbs2000)).toEqual({ host: false, machines: [] });
  });

  it('lists the machines of Windows Server 2019 with version and checkpoints, without the host itself', () => {
    const machines = rows(
      { Name: 'SRV-HV', ElementName: 'SRV-HV', EnabledState: 2 },
      { Name: guid('1'), ElementName: 'Contabilidad', EnabledState: 2 },
      { Name: guid('2'), ElementName: 'Vieja', EnabledState: 6 },
      { Name: guid('3'), ElementName: '', EnabledState: 10 },
    );
    const machineSettings = rows(
      {
        VirtualSystemIdentifier: guid('1').toLowerCase(),
        VirtualSystemType: 'Microsoft:Hyper-V:System:Realized',
        Version: '9.0',
      },
      { VirtualSystemIdentifier: guid('1'), VirtualSystemType: 'Microsoft:Hyper-V:Snapshot:Realized', Version: '8.0' },
      { VirtualSystemIdentifier: guid('2'), VirtualSystemType: 'Microsoft:Hyper-V:System:Realized', Version: '5.0' },
    );
    expect(read(ws2019, { machines, machineSettings })).toEqual({
      host: true,
      machines: [
        { name: 'Contabilidad', state: 'running', version: '9.0', checkpoints: 1 },
        { name: 'Vieja', state: 'saved', version: '5.0', checkpoints: 0 },
        { name: guid('3'), state: 'other', version: undefined, checkpoints: 0 },
      ],
    });
  });

  it('reads the older namespace of Windows Server 2008 R2', () => {
    const oldMachines = rows({ Name: guid('1'), ElementName: 'A', EnabledState: 32769 });
    const oldSettings = rows({ SystemName: guid('1'), SettingType: 3 }, { SystemName: guid('1'), SettingType: 5 });
    const services = serviceAnswers('C:\\Windows', 'C:\\P', [{ name: 'vmms', state: 'Running' }]);
    expect(read(services, { oldMachines, oldSettings }).machines).toEqual([
      { name: 'A', state: 'saved', version: undefined, checkpoints: 1 },
    ]);
  });

  it('does not say "none" when the machines cannot be listed', () => {
    expect(read(ws2019, { machines: denied })).toEqual({ host: true, machines: undefined });
    expect(read(ws2019, { machines: rows() })).toEqual({ host: true, machines: undefined });
    const machines = rows({ Name: guid('1'), ElementName: 'A', EnabledState: 3 });
    expect(read(ws2019, { machines, machineSettings: denied }).machines?.[0]?.checkpoints).toBeUndefined();
  });

  it('is missing when the services could not be read', () => {
    expect(hyperVOnWindows.parse({ ...ws2019, ...none, keys: denied }, context).state).toBe('missing');
  });

  it('takes any names and states', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (name, state) => {
        read(ws2019, { machines: rows({ Name: name, EnabledState: state }, { Name: guid('1'), ElementName: name }) });
      }),
    );
  });
});
