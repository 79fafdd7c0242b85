/** The program: its role is told by its arguments. */
function antesala(batch: AskedBatch): void {
  const given = readArguments();
  if (given.end !== '') {
    endWorker(given.folder, positionIn(given.end));
    return;
  }
  readAvoidedDrives(batch.avoidDrives);
  if (given.worker !== '') {
    work(batch, given.folder, positionIn(given.worker), '/worker:' + given.worker + ' ');
    return;
  }
  let code: number;
  try {
    code = given.out === '' ? toConsole(batch, given.remove) : toFile(batch, given.out);
  } catch (fault) {
    // Wine would end without a word
    WScript.Echo('Antesala: ' + faultText(fault));
    code = 3;
  }
  WScript.Quit(code);
}

function marked(batch: AskedBatch, line: string): string {
  return '@antesala:' + batch.nonce + ' ' + line;
}

function toConsole(batch: AskedBatch, remove: boolean): number {
  const code = supervise(batch, { write: line => WScript.Echo(marked(batch, line)) });
  if (remove) removeProgram(batch.nonce);
  return code;
}

/** For a server with no way in: the person in front of it is told what happens, in both languages. */
function toFile(batch: AskedBatch, path: string): number {
  WScript.Echo(
    'Antesala is asking this server ' +
      batch.questions.length +
      ' questions. It changes nothing; please wait a few minutes.\r\n' +
      'Antesala est\u00e1 haciendo ' +
      batch.questions.length +
      ' preguntas a este servidor. No cambia nada; espere unos minutos.',
  );
  try {
    const stream = files.CreateTextFile(path + '.new', true, false);
    let code: number;
    try {
      code = supervise(batch, { write: line => stream.Write(marked(batch, line) + '\r\n') });
    } finally {
      stream.Close();
    }
    if (code !== 0) {
      removeFile(path + '.new');
      return code;
    }
    removeFile(path);
    files.MoveFile(path + '.new', path);
  } catch (fault) {
    removeFile(path + '.new');
    WScript.Echo(
      'The result could not be written to ' +
        path +
        ': ' +
        faultText(fault) +
        '. Run it again with another folder.\r\n' +
        'No se pudo escribir el resultado en ' +
        path +
        ': ' +
        faultText(fault) +
        '. Vuelva a ejecutarlo con otra carpeta.',
    );
    return 1;
  }
  WScript.Echo(
    'Done. Take this file to the computer with Antesala and run: antesala assess FILE\r\n' +
      'Listo. Lleve este archivo al equipo donde est\u00e1 Antesala y ejecute: antesala assess ARCHIVO\r\n' +
      path,
  );
  return 0;
}
