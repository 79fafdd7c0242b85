interface Arguments {
  out: string;
  worker: string;
  end: string;
  launch: string;
  timer: string;
  folder: string;
  remove: boolean;
}

/** Our own reading of `/name:value`: Wine has no named arguments. */
function readArguments(): Arguments {
  const found: Arguments = { out: '', worker: '', end: '', launch: '', timer: '', folder: '', remove: false };
  for (let i = 0; i < WScript.Arguments.length; i++) {
    const parts = /^\/([a-z]+):?(.*)$/i.exec(clean(WScript.Arguments.Item(i)));
    const name = parts ? parts[1].toLowerCase() : '';
    const value = parts ? parts[2] : '';
    if (name === 'out') found.out = value;
    else if (name === 'worker') found.worker = value;
    else if (name === 'end') found.end = value;
    else if (name === 'launch') found.launch = value;
    else if (name === 'timer') found.timer = value;
    else if (name === 'folder') found.folder = value;
    else if (name === 'remove') found.remove = true;
  }
  return found;
}

function positionIn(word: string): number {
  return parseInt(word.substring(word.indexOf('.') + 1), 10);
}

/** Which try it is: digits. */
function attemptIn(word: string): string {
  return clean(word.substring(word.lastIndexOf('.') + 1)).replace(/[^0-9]/g, '');
}
