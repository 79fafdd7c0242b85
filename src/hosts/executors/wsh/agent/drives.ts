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
  const spelled =
    /^(?:[\\\/]{2}[.?][\\\/]|\\\?\?\\)?(?:UNC[\\\/]+(?:localhost|127\.0\.0\.1|\.)[\\\/]+)?([A-Za-z])[:$]/i.exec(path);
  const shared = spelled || /^[\\\/]{2}(?:localhost|127\.0\.0\.1|\.)[\\\/]+([A-Za-z])[$:]/i.exec(path);
  return shared !== null && avoided.indexOf(shared[1].toUpperCase()) >= 0;
}

function keepAway(path: string): Answered {
  return no(
    'denied',
    path + ' is on a drive that maps a mail store; reading it as files can damage the store, so it was not touched',
  );
}
