/** Where things stay that must outlive Antesala's visit, and an upgrade of Windows too. */
function lastingFolder(): string {
  return variable('ALLUSERSPROFILE') + '\\Antesala';
}

/** Makes it, for administrators and the system alone. */
function makeLastingFolder(): string {
  const folder = lastingFolder();
  if (!files.FolderExists(folder)) {
    files.CreateFolder(folder);
    makePrivate(folder);
  }
  return folder;
}

/**
 * icacls.exe takes the groups by their numbers (Windows Server 2003 SP2 and later). cacls.exe, before it, wants them in the language of
 * Windows, which WMI knows, and asks whether it is meant: yes in the languages it may ask in.
 */
function makePrivate(folder: string): void {
  try {
    const icacls = systemFolder + '\\icacls.exe';
    if (files.FileExists(icacls)) {
      const whole = ':(OI)(CI)F';
      const grants = ' /inheritance:r /grant:r *S-1-5-32-544' + whole + ' *S-1-5-18' + whole;
      if (shell.Run('"' + icacls + '" "' + folder + '"' + grants, 0, true) === 0) return;
    }
    const grants = ' /g "' + accountOf('S-1-5-32-544') + ':F" "' + accountOf('S-1-5-18') + ':F"';
    const cacls = '"' + systemFolder + '\\cacls.exe" "' + folder + '"' + grants;
    shell.Run('"' + systemFolder + '\\cmd.exe" /d /s /c "(echo y&echo s&echo j&echo o)|' + cacls + '"', 0, true);
  } catch (fault) {
    // it holds no secrets: better a copy that others may read than none
  }
}

function accountOf(sid: string): string {
  return String(connect('root\\cimv2').Get("Win32_SID.SID='" + sid + "'")['AccountName']);
}

/** Adds to the copy of the case log. Nothing is written when it does not end where it is thought to. */
function keepCopy(task: Task): string {
  const text = task.told.text || '';
  const folder = lastingFolder() + '\\' + (task.told.caseId || '');
  const path = folder + '\\case.jsonl';
  const length = sizeOf(path);
  if (length !== task.told.offset) return copySaid('refused', path, length);
  task.touch();
  makeLastingFolder();
  if (!files.FolderExists(folder)) files.CreateFolder(folder);
  append(path, text);
  return copySaid('kept', path, sizeOf(path));
}

function append(path: string, text: string): void {
  const stream = files.OpenTextFile(path, FOR_APPENDING, true, 0);
  try {
    stream.Write(text);
  } finally {
    stream.Close();
  }
}

const FOR_APPENDING = 8;

function copySaid(did: 'kept' | 'refused', path: string, length: number): string {
  return '"did":"' + did + '","path":' + jsonText(path) + ',"length":' + length;
}
