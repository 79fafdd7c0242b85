const FOLDER_NAME = 'antesala-';
/** What an earlier run left behind (power cut, its session killed) goes after this long. */
const ABANDONED_MILLISECONDS = 21600000;

/** The first folder of ours that could be made and written to; '' when there is none, with the reason in noFolderWhy. */
function makeFolder(nonce: string): string {
  const places = [variable('TEMP'), variable('TMP'), variable('SystemRoot') + '\\Temp'];
  for (let i = 0; i < places.length; i++) {
    if (places[i] === '' || isAvoided(places[i])) continue;
    const folder = places[i] + '\\' + FOLDER_NAME + nonce;
    try {
      if (!files.FolderExists(places[i])) continue;
      removeAbandoned(places[i]);
      files.CreateFolder(folder);
      // workers run this copy: the program itself may be taken away to stop us
      files.CopyFile(WScript.ScriptFullName, place.program(folder));
      return folder;
    } catch (fault) {
      noFolderWhy = 'nothing can be written to ' + places[i] + ': ' + faultText(fault);
      removeFolder(folder);
    }
  }
  return '';
}

/** Folders are told by their beat, which is written all the time while a run goes on. */
function removeAbandoned(place: string): void {
  try {
    for (const each = new Enumerator(files.GetFolder(place).SubFolders); !each.atEnd(); each.moveNext()) {
      const name = each.item().Name;
      if (!/^antesala-[0-9A-Za-z]+$/.test(name)) continue;
      const folder = place + '\\' + name;
      const beat = readBeat(folder);
      if (beat > 0 && milliseconds() - beat > ABANDONED_MILLISECONDS) removeFolder(folder);
    }
  } catch (fault) {
    // another account's folders may not be listed
  }
}

/** Removes the folder; a process that was just ended may still hold a file in it for a moment. */
function removeFolder(folder: string): boolean {
  for (let tries = 0; tries < 40; tries++) {
    try {
      if (!files.FolderExists(folder)) return true;
      files.DeleteFolder(folder, true);
    } catch (fault) {
      WScript.Sleep(100);
    }
  }
  return !files.FolderExists(folder);
}

/** Goes out of the folder, which could not be removed from inside, and removes it. */
function leave(folder: string): void {
  try {
    shell.CurrentDirectory = variable('SystemRoot');
  } catch (fault) {
    // it never was the folder then
  }
  removeFolder(folder);
}

/** The supervisor writes the time to this file while it lives, so that a worker knows when it is alone. */
function writeBeat(folder: string): void {
  try {
    removeFile(folder + '\\beat');
    writeWhole(folder + '\\beat', String(milliseconds()));
  } catch (fault) {
    // a full disk is told by the answers
  }
}

/** When the supervisor last wrote; 0 when that cannot be told. */
function readBeat(folder: string): number {
  try {
    return parseInt(readText(folder + '\\beat', 0, 32, false).text, 10) || 0;
  } catch (fault) {
    return 0;
  }
}
