const scWords: Record<string, string> = {
  boot: 'boot',
  system: 'system',
  auto: 'auto',
  manual: 'demand',
  disabled: 'disabled',
};
const wmiWords: Record<string, string> = {
  boot: 'Boot',
  system: 'System',
  auto: 'Automatic',
  manual: 'Manual',
  disabled: 'Disabled',
};

/** What came of setting a start mode. `why`: what refused it, '' when none did; `note`: what a person should know. */
interface ModeSet {
  readonly why: string;
  readonly note: string;
}

/**
 * A word on a command line for cmd.exe: every character that could mean something is told not to by a caret, so that neither quotes nor
 * percent signs nor ampersands in it are more than characters. Inside, quotes are written for the program's own reading of its line.
 */
function careted(word: string): string {
  let written = '';
  for (let i = 0; i < word.length; i++) {
    const c = word.charAt(i);
    if (/[A-Za-z0-9]/.test(c)) written += c;
    else written += c === '"' ? '\\^"' : '^' + c;
  }
  return '^"' + written + '^"';
}

/**
 * Sets start mode and delayed start. By sc.exe where there is one (Windows Server 2003 and later); on Windows 2000 by WMI; where WMI
 * does not do it, in the registry, which the service manager reads when Windows starts next.
 */
function setStartMode(name: string, start: string, delayed: boolean): ModeSet {
  let note = '';
  // a delay that is to come or to go from an automatic start is sc.exe's own word, though the mode itself stays
  const number = startNumber(name);
  if (startWords[number] !== start || (start === 'auto' && isDelayed(name) !== delayed)) {
    const set = setMode(name, start, delayed && start === 'auto');
    if (set.why !== '') return set;
    note = set.note;
  }
  if (isDelayed(name) !== delayed)
    shell.RegWrite(SERVICES_KEY + name + '\\DelayedAutostart', delayed ? 1 : 0, 'REG_DWORD');
  return { why: '', note };
}

function setMode(name: string, start: string, delayed: boolean): ModeSet {
  const word = scWords[start];
  if (!word) return { why: 'there is no start mode ' + start, note: '' };
  let said = '';
  if (hasSc()) {
    const code = runSc('config', name, ' start= ' + (delayed ? 'delayed-auto' : word));
    if (code === 0) return { why: '', note: '' };
    said = scSaid('config', code);
    if (systemWords(code) !== '') return { why: said, note: '' };
  }
  const byWmi = changeStartMode(name, wmiWords[start]);
  if (byWmi === 0) return { why: '', note: 'the start mode was set through WMI' };
  if (byWmi > 0) return { why: methodSaid('ChangeStartMode', byWmi), note: '' };
  if (startNumber(name) < 0) return { why: said || 'the service has no key in the registry', note: '' };
  shell.RegWrite(SERVICES_KEY + name + '\\Start', numberOf(start), 'REG_DWORD');
  return {
    why: '',
    note: 'the start mode was set in the registry; the service manager learns of it when Windows starts',
  };
}

/** Windows Server 2003 and later; the lab puts its own before Wine's. */
function scProgram(): string {
  return onWine ? 'sc.exe' : systemFolder + '\\sc.exe';
}

function hasSc(): boolean {
  return onWine || files.FileExists(scProgram());
}

function runSc(verb: string, name: string, more: string): number {
  // all quotes but the first and last are the inner line's; the caret before each percent sign also keeps Windows Script
  // Host from putting a variable there
  const shellProgram = '"' + (variable('COMSPEC') || systemFolder + '\\cmd.exe') + '"';
  const line = careted(scProgram()) + ' ' + verb + ' ' + careted(name) + more;
  return shell.Run(shellProgram + ' /d /s /c "' + line + '"', 0, true);
}

function numberOf(start: string): number {
  for (let i = 0; i < startWords.length; i++) if (startWords[i] === start) return i;
  return -1;
}

/** What the method returned; -1 when this system's WMI has no such method. */
function changeStartMode(name: string, mode: string): number {
  try {
    const services = connect('root\\cimv2');
    const seen = seenInList(name);
    const type = seen === null ? 'Win32_Service' : seen.type;
    const parameters = parametersOf(services, type, 'ChangeStartMode');
    parameters['StartMode'] = mode;
    return returned(services.ExecMethod(servicePath(type, name), 'ChangeStartMode', parameters, 0, null));
  } catch (fault) {
    return -1;
  }
}

function returned(result: WmiObject): number {
  const value = result['ReturnValue'];
  return typeof value === 'number' ? value : -1;
}
