/** The program that carries out instructions: its role is told by its arguments. */
function antesalaActs(list: ToldList): void {
  const given = readArguments();
  if (given.end !== '') {
    endWorker(given.folder, positionIn(given.end));
    return;
  }
  readAvoidedDrives(list.avoidDrives);
  if (given.launch !== '') launch(list, given.folder, given.launch);
  else if (given.worker !== '') actFrom(list, given.folder, positionIn(given.worker), '/worker:' + given.worker + ' ');
  else if (given.timer !== '') keepTime(list, given.folder, positionIn(given.timer));
  else WScript.Quit(toListener(list, given.remove));
}

function toListener(list: ToldList, remove: boolean): number {
  let code: number;
  try {
    code = direct(list, { write: line => WScript.Echo('@antesala:' + list.nonce + ' ' + line) });
    if (remove) removeProgram(list.nonce);
  } catch (fault) {
    // Wine would end without a word
    WScript.Echo('Antesala: ' + faultText(fault));
    code = 3;
  }
  return code;
}
