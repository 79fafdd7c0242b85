import type { Answer, Row } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { WmiQuestion } from '../model/question.js';
import type { HyperV } from './hyper-v.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { numberCell, rowsOf, textCell } from './reading/windows-answers.js';
import { windowsServices } from './reading/windows-services.js';

const system = {
  kind: 'wmi',
  class: 'Msvm_ComputerSystem',
  properties: ['Name', 'ElementName', 'EnabledState'],
} as const;
const settings = { kind: 'wmi', class: 'Msvm_VirtualSystemSettingData' } as const;

/** Windows Server 2012 and later. */
const machines = {
  ...system,
  id: 'windows-hyper-v-machines',
  namespace: 'root\\virtualization\\v2',
} as const satisfies WmiQuestion;
const machineSettings = {
  ...settings,
  id: 'windows-hyper-v-settings',
  namespace: 'root\\virtualization\\v2',
  properties: ['VirtualSystemIdentifier', 'VirtualSystemType', 'Version'],
} as const satisfies WmiQuestion;
/** Windows Server 2008 and 2008 R2. */
const oldMachines = {
  ...system,
  id: 'windows-hyper-v-machines-2008',
  namespace: 'root\\virtualization',
} as const satisfies WmiQuestion;
const oldSettings = {
  ...settings,
  id: 'windows-hyper-v-settings-2008',
  namespace: 'root\\virtualization',
  properties: ['SystemName', 'SettingType', 'Version'],
} as const satisfies WmiQuestion;

const questions = { ...serviceQuestions, machines, machineSettings, oldMachines, oldSettings } as const;

/** Whether this is a Hyper-V host (it has the management service) and its virtual machines. */
export const hyperVOnWindows = reader<HyperV, typeof questions>({
  questions,
  parse(answers) {
    const services = windowsServices(answers);
    if (!services) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    if (!services.has('vmms')) return known({ host: false, machines: [] });
    return known({
      host: true,
      machines: listed(answers.machines, answers.machineSettings) ?? listed(answers.oldMachines, answers.oldSettings),
    });
  },
});

type Machine = NonNullable<HyperV['machines']>[number];

function listed(systems: Answer, settingsAnswer: Answer): readonly Machine[] | undefined {
  const all = rowsOf(systems);
  // the host itself is always among them: none at all means that the account may not see them
  if (!all || all.length === 0) return undefined;
  const told = rowsOf(settingsAnswer);
  const versions = new Map<string, string | undefined>();
  const checkpoints = new Map<string, number>();
  for (const row of told ?? []) {
    const id = textCell(row.VirtualSystemIdentifier ?? row.SystemName)?.toUpperCase();
    if (id === undefined) continue;
    if (isCheckpoint(row)) checkpoints.set(id, (checkpoints.get(id) ?? 0) + 1);
    else versions.set(id, textCell(row.Version));
  }
  return all.flatMap(row => {
    // machines are named by their GUID, the host by its computer name
    const id = textCell(row.Name)?.toUpperCase();
    if (id === undefined || !guid.test(id)) return [];
    return [
      {
        name: textCell(row.ElementName) ?? id,
        state: states[numberCell(row.EnabledState) ?? -1] ?? 'other',
        version: versions.get(id),
        checkpoints: told ? (checkpoints.get(id) ?? 0) : undefined,
      },
    ];
  });
}

const guid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** Realised settings are the machine's own; snapshots carry their type in words since 2012, in a number (5) before. */
function isCheckpoint(row: Row): boolean {
  return /:snapshot/i.test(textCell(row.VirtualSystemType) ?? '') || numberCell(row.SettingType) === 5;
}

const states: Readonly<Record<number, Machine['state']>> = {
  2: 'running',
  3: 'off',
  6: 'saved',
  9: 'paused',
  32768: 'paused',
  32769: 'saved',
};
