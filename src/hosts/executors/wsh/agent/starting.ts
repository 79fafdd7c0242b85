/** A worker is there. */
const CAME = 0;
/** None is there, and none can begin any more. */
const NONE = 1;
/** One has begun and gives no sign of life. */
const LOST = 2;
/** Told to stop meanwhile. */
const GIVEN_UP = 3;

/**
 * Starts a worker, and when it is slow to come, another. A start cannot be taken back: on a busy server both may come in the end. Whoever
 * makes the claim works, and all others do nothing; when time is over the claim is made here.
 *
 * @param roles one a try
 * @param rest called while waiting
 * @returns CAME, NONE, LOST or GIVEN_UP
 */
function startWorker(
  nonce: string,
  folder: string,
  position: number,
  roles: ('launch' | 'worker')[],
  rest?: () => void,
): number {
  const begun = milliseconds();
  const ready = place.ready(folder, position);
  let tried = 0;
  let running = 0;
  /** When the claim was found to be another's. */
  let taken = 0;
  while (!files.FileExists(ready)) {
    if (toldToStop()) return GIVEN_UP;
    const now = milliseconds();
    const passed = now - begun;
    if (tried < roles.length && passed >= tried * START_MILLISECONDS) {
      if (runHidden(ownProgram(roles[tried], nonce + '.' + position + '.' + tried, folder))) running++;
      tried++;
    } else if (taken > 0) {
      if (now - taken > START_MILLISECONDS) return LOST;
    } else if (passed > MOST_START_MILLISECONDS || (running === 0 && tried === roles.length)) {
      if (claim(place.claim(folder, position))) return NONE;
      // a worker made it just before: it must say soon that it is there
      taken = now;
    }
    WScript.Sleep(POLL_MILLISECONDS);
    if (rest) rest();
  }
  return CAME;
}

function noSecondHost(folder: string): string {
  return 'a second script host cannot be started, or nothing can be written to ' + folder;
}

function runHidden(line: string): boolean {
  try {
    shell.Run(line, 0, false);
    return true;
  } catch (fault) {
    return false;
  }
}
