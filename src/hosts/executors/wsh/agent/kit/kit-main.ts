/** Exit codes, as everywhere in Antesala. */
const KIT_DONE = 0;
const KIT_FAILED = 1;
const KIT_REFUSED = 2;
const KIT_INCOMPLETE = 3;
const KIT_WAITING = 4;
const KIT_FAULT = 5;
const KIT_IN_USE = 6;

/** The kit's program on the server: `/do:prepare` or `/do:put-back`, with `/repeat` or `/force:ITEM`. */
function antesalaKit(kit: KitData): void {
  kitTexts = kit.words;
  kitOutcomeWords = kit.outcomes;
  const begun = argumentOf('begun');
  let code = KIT_FAULT;
  try {
    // so that whoever started this knows that a script host is allowed here
    if (begun.length > 0) writeAll(begun[0], '');
    readAvoidedDrives(kit.avoidDrives);
    code = argumentOf('do')[0] === 'put-back' ? atWork(kit, 'put-back') : atWork(kit, 'prepare');
  } catch (fault) {
    const { stop } = fault as KitStop;
    tellBoth(stop || words('fault', [(isAnswered(fault) ? fault.why : faultText(fault)) || '']));
    if (stop) code = KIT_REFUSED;
  }
  WScript.Quit(code);
}

/** All values of an argument `/name:value`; Wine has no named arguments. */
function argumentOf(name: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < WScript.Arguments.length; i++) {
    const parts = /^\/([a-z]+):?(.*)$/i.exec(clean(WScript.Arguments.Item(i)));
    if (parts && parts[1].toLowerCase() === name) found[found.length] = parts[2];
  }
  return found;
}

function atWork(kit: KitData, what: 'prepare' | 'put-back'): number {
  if (!elevated()) throw stopWith(words('noRights', []));
  const folder = caseFolder(kit, what);
  const inUse = folder + '\\in-use';
  if (isHeld(inUse)) {
    tellBoth(words('inUse', []));
    return KIT_IN_USE;
  }
  const held = hold(inUse);
  const temporary = makeFolder(kit.nonce + milliseconds());
  if (temporary !== '') writeBeat(temporary);
  try {
    if (what === 'prepare') keepKit(kit, folder);
    const log = openLog(kit, folder, what === 'prepare');
    const hands: KitHands = { kit, folder: temporary, root: ownProcess('/do:' + what) };
    let code: number;
    try {
      code = what === 'prepare' ? preparing(hands, log) : puttingBack(hands, log);
    } finally {
      bringOut(log, folder, what === 'prepare' ? 'prepared' : 'put-back');
    }
    return code;
  } finally {
    held.Close();
    removeFile(inUse);
    if (temporary !== '') removeFolder(temporary);
  }
}

function preparing(hands: KitHands, log: KitLog): number {
  const outcome = kitPrepare(hands, log, argumentOf('repeat').length > 0);
  tellBoth(words(outcome === 'done' ? 'prepared' : outcome === 'failed' ? 'preparedFailed' : 'preparedWaiting', []));
  return outcome === 'done' ? KIT_DONE : outcome === 'failed' ? KIT_FAILED : KIT_WAITING;
}

function puttingBack(hands: KitHands, log: KitLog): number {
  const well = kitPutBack(hands, log, argumentOf('force'));
  const end = well ? 'putBack' : 'putBackIncomplete';
  tellBoth(words(log.known.order.length === 0 ? 'putBackNothing' : end, []));
  return well ? KIT_DONE : KIT_INCOMPLETE;
}

/** Where the log is: in the folder that an upgrade keeps; after it, that may be the one this program lies in. */
function caseFolder(kit: KitData, what: 'prepare' | 'put-back'): string {
  const lasting = lastingFolder() + '\\' + kit.caseId;
  if (what === 'put-back') {
    const own = files.GetParentFolderName(WScript.ScriptFullName);
    if (files.FileExists(lasting + '\\case.jsonl')) return lasting;
    if (files.FileExists(own + '\\case.jsonl')) return own;
  }
  const name = variable('COMPUTERNAME') || new ActiveXObject('WScript.Network').ComputerName;
  if (kit.computer !== '' && kit.computer.toLowerCase() !== name.toLowerCase())
    throw stopWith(words('otherServer', [kit.computer]));
  const build = registryText('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\CurrentBuildNumber');
  if (what === 'prepare' && kit.system !== '' && build !== '' && build !== kit.system)
    throw stopWith(words('otherSystem', [kit.system, build]));
  makeLastingFolder();
  if (!files.FolderExists(lasting)) files.CreateFolder(lasting);
  return lasting;
}

/** The kit stays on the server: without it at hand nothing is changed. */
function keepKit(kit: KitData, folder: string): void {
  const own = files.GetParentFolderName(WScript.ScriptFullName);
  if (own.toLowerCase() === folder.toLowerCase()) return;
  try {
    for (let i = 0; i < kit.files.length; i++) {
      const file = own + '\\' + kit.files[i];
      if (files.FileExists(file)) files.CopyFile(file, folder + '\\' + kit.files[i]);
    }
  } catch (fault) {
    throw stopWith(words('notKept', [folder, faultText(fault)]));
  }
}

/** The new lines and what was told, beside the kit or, where nothing can be written there, in the temporary folder. */
function bringOut(log: KitLog, folder: string, what: string): void {
  if (log.added.length === 0) return;
  const own = files.GetParentFolderName(WScript.ScriptFullName);
  const name = '\\antesala-' + log.actor.substring(4) + '-' + what;
  const places = [own, variable('TEMP'), folder];
  for (let i = 0; i < places.length; i++) {
    try {
      writeAll(places[i] + name + '.jsonl', log.added.join('\n') + '\n');
      tellBoth(words('carryBack', []));
      tellLine('  ' + places[i] + name + '.jsonl');
      tellBoth(words('stays', []));
      tellLine('  ' + folder);
      const stream = files.CreateTextFile(places[i] + name + '.txt', true, true);
      stream.Write(toldLines);
      stream.Close();
      return;
    } catch (fault) {
      // the next place
    }
  }
}
