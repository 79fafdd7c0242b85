import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { PendingReboot } from './pending-reboot.js';
import { computerNames } from './questions/windows.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, keysOf, numberIn, subKeysOf, textIn, textOf, valueOf } from './reading/windows-answers.js';
import {
  automaticUpdates,
  managedClient,
  netlogon,
  runOnce,
  serverManager,
  servicing,
  sessionManager,
  updateExe,
  updateServices,
} from './questions/windows-pending-reboot.js';

const questions = {
  servicing,
  automaticUpdates,
  updateServices,
  sessionManager,
  updateExe,
  runOnce,
  serverManager,
  netlogon,
  names: computerNames,
  managedClient,
} as const;

type Reason = PendingReboot['reasons'][number];

export const pendingRebootOnWindows = reader<PendingReboot, typeof questions>({
  questions,
  parse(answers) {
    const reasons: Reason[] = [
      ...childKeys(answers.servicing, servicing.key, 'component-servicing', servicingSigns),
      ...childKeys(answers.automaticUpdates, automaticUpdates.key, 'windows-update', updateSigns),
      ...subKeysOf(answers.updateServices, updateServices.key)
        .slice(0, 1)
        .map(([name]) => reason('windows-update', `${updateServices.key}\\${name}`)),
      ...fileRenames(answers.sessionManager),
      ...updateExeRuns(answers.updateExe),
      ...values(answers.runOnce, runOnce.key, 'run-once', ['DVDRebootSignal']),
      ...childKeys(answers.serverManager, serverManager.key, 'server-manager', serverManagerSigns),
      ...values(answers.netlogon, netlogon.key, 'domain-join', ['JoinDomain', 'AvoidSpnSet']),
      ...rename(answers.names),
      ...(/"pending":\s*true/i.test(textOf(answers.managedClient) ?? '')
        ? [reason('reboot-required', 'root\\ccm\\ClientSDK CCM_ClientUtilities.DetermineIfRebootPending')]
        : []),
    ];
    // a key that may not be read could hold the one sign there is: only an absent key says that there is none
    const unread = Object.entries(answers).find(
      ([name, answer]) => name !== 'managedClient' && !keysOf(answer) && answer.state !== 'missing',
    );
    if (reasons.every(found => !found.certain) && unread) {
      const [name, answer] = unread as [Exclude<keyof typeof questions, 'managedClient'>, Answer];
      return couldNotRead(questions[name].key, answer);
    }
    return known({ reasons });
  },
});

function reason(kind: string, detail: string, certain = true): Reason {
  return { kind, detail, certain };
}

/** Keys whose being there is the sign, lower case, and whether they are sure: Windows makes PackagesPending for a moment at other times too. */
const servicingSigns = new Map([
  ['rebootpending', true],
  ['rebootinprogress', true],
  ['packagespending', false],
]);
const updateSigns = new Map([
  ['rebootrequired', true],
  ['postrebootreporting', true],
]);
const serverManagerSigns = new Map([['currentrebootattempts', true]]);

function childKeys(answer: Answer, path: string, kind: string, signs: ReadonlyMap<string, boolean>): Reason[] {
  return subKeysOf(answer, path).flatMap(([name]) => {
    const certain = signs.get(name.toLowerCase());
    return certain === undefined ? [] : [reason(kind, `${path}\\${name}`, certain)];
  });
}

function values(answer: Answer, path: string, kind: string, names: readonly string[]): Reason[] {
  const key = keyOf(answer, path);
  return names.filter(name => valueOf(key, name)).map(name => reason(kind, `${path}, ${name}`));
}

/** Pairs of source and target; an empty target means "delete", `!` "overwrite", `*1` a flag. Often only a leftover of a set-up. */
function fileRenames(answer: Answer): Reason[] {
  const key = keyOf(answer, sessionManager.key);
  return sessionManager.values.flatMap(name => {
    const value = valueOf(key, name);
    const all = value?.type === 'multi' ? value.value : value?.type === 'sz' ? [value.value] : [];
    const files = all.map(text => text.replace(/^(\*\d)?!?\\\?\?\\/, '').trim()).filter(text => text !== '');
    return files.length === 0 ? [] : [reason('file-rename', `${name}: ${files.slice(0, 3).join(', ')}`, false)];
  });
}

/** Set by the update programs of Windows 2000 and 2003 until the next start; 0 means nothing is waited for. */
function updateExeRuns(answer: Answer): Reason[] {
  const state = numberIn(keyOf(answer, updateExe.key), 'UpdateExeVolatile');
  return state === undefined || state === 0
    ? []
    : [reason('update-exe', `${updateExe.key}, UpdateExeVolatile = ${state}`)];
}

function rename(answer: Answer): Reason[] {
  const active = textIn(keyOf(answer, `${computerNames.key}\\ActiveComputerName`), 'ComputerName');
  const next = textIn(keyOf(answer, `${computerNames.key}\\ComputerName`), 'ComputerName');
  if (active === undefined || next === undefined || active.toLowerCase() === next.toLowerCase()) return [];
  return [reason('computer-rename', `${active} > ${next}`)];
}
