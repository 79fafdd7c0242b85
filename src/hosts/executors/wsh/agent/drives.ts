/** Letters, in capitals, that nothing may touch; read before anything else is done. */
let avoided = '';

/**
 * Reads the registry values that name drives to keep away from. One that is there but cannot be read counts as M, the letter that
 * Exchange 2000 takes unless told otherwise (Microsoft KB Q304016).
 */
function readAvoidedDrives(drives: AskedBatch['avoidDrives']): void {
  for (let i = 0; i < drives.length; i++) {
    try {
      const letter = /^\s*([A-Za-z])/.exec(String(shell.RegRead(drives[i].key + '\\' + drives[i].value)));
      if (letter) avoided += letter[1].toUpperCase();
    } catch (fault) {
      if (fromFault(fault, '').state !== 'missing') avoided += 'M';
    }
  }
}

/** Whether a path, in any of the spellings Windows knows, lies on a drive to keep away from. */
function isAvoided(path: string): boolean {
  const plain = path
    .replace(/\//g, '\\')
    .replace(/^\\\?\?\\/, '')
    .replace(/^\\\\[.?]\\/, '')
    .replace(/^UNC\\/i, '\\\\');
  const shared = /^\\\\([^\\]+)\\+([A-Za-z])\$/.exec(plain);
  if (shared && isThisMachine(shared[1])) return avoided.indexOf(shared[2].toUpperCase()) >= 0;
  const letter = /^([A-Za-z]):/.exec(plain);
  return letter !== null && avoided.indexOf(letter[1].toUpperCase()) >= 0;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isThisMachine(server: string): boolean {
  const names = ['localhost', '127.0.0.1', '.', variable('COMPUTERNAME')];
  for (let i = 0; i < names.length; i++) if (same(server, names[i])) return true;
  return false;
}

function keepAway(path: string): Answered {
  return no(
    'denied',
    path + ' is on a drive that maps a mail store; reading it as files can damage the store, so it was not touched',
  );
}
