/** A file beside the program is the word to stop, since a script host gets no signals; so is taking the program away. */
function toldToStop(): boolean {
  return files.FileExists(WScript.ScriptFullName + '.stop') || !files.FileExists(WScript.ScriptFullName);
}

/** The command line that runs this program in another role. */
function ownProgram(role: 'worker' | 'end' | 'launch' | 'timer', which: string, folder: string): string {
  // a 64-bit Windows shows its own system folder to 32-bit programs under this name
  const wide = variable('SystemRoot') + '\\sysnative\\cscript.exe';
  const host = narrow && files.FileExists(wide) ? wide : systemFolder + '\\cscript.exe';
  // Wine goes by the file's name and takes the option for the script's
  const engine = onWine ? '' : ' //E:jscript';
  return (
    '"' +
    host +
    '" //nologo' +
    engine +
    ' "' +
    place.program(folder) +
    '" /' +
    role +
    ':' +
    which +
    ' "/folder:' +
    folder +
    '"'
  );
}

/** Takes the program away with the folder that was made for it, which carries our name. */
function removeProgram(nonce: string): void {
  const folder = files.GetParentFolderName(WScript.ScriptFullName);
  removeFile(WScript.ScriptFullName + '.stop');
  removeFile(WScript.ScriptFullName);
  if (folder.substring(folder.lastIndexOf('\\') + 1) === FOLDER_NAME + nonce) removeFolder(folder);
}
