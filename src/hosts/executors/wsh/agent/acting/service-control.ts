const NOT_ACTIVE = 6;
const CANNOT_TAKE_NOW = 5;
const RUNNING_ALREADY = 10;

/** What came of a request to a service. */
interface Requested {
  /** It was taken, or need not be: whether it is so is seen by looking. */
  readonly taken: boolean;
  /** It cannot be taken just now. */
  readonly busy: boolean;
  readonly said: string;
}

function request(name: string, method: 'StartService' | 'StopService'): Requested {
  const known = serviceList[nameKey(name)];
  const type = known ? known.type : 'Win32_Service';
  // Wine takes no more than two
  const exec = connect('root\\cimv2') as unknown as { ExecMethod(path: string, method: string): WmiObject };
  try {
    const code = returned(exec.ExecMethod(servicePath(type, name), method));
    const taken = code === 0 || code === NOT_ACTIVE || code === RUNNING_ALREADY;
    return { taken, busy: code === CANNOT_TAKE_NOW, said: methodSaid(method, code) };
  } catch (fault) {
    const code = faultCode(fault);
    if ((code !== WBEM_E_NOT_FOUND && code !== WBEM_E_INVALID_QUERY) || !hasSc()) throw fault;
  }
  // not there any more; or a name that Wine cannot take in a path
  const verb = method === 'StartService' ? 'start' : 'stop';
  const code = runSc(verb, name, '');
  const taken = code === 0 || code === ERROR_SERVICE_NOT_ACTIVE || code === ERROR_SERVICE_ALREADY_RUNNING;
  return { taken, busy: code === ERROR_SERVICE_CANNOT_ACCEPT_CTRL, said: scSaid(verb, code) };
}

const ERROR_SERVICE_ALREADY_RUNNING = 1056;
const ERROR_SERVICE_CANNOT_ACCEPT_CTRL = 1061;
const ERROR_SERVICE_NOT_ACTIVE = 1062;

/**
 * Starts or stops a service and waits for it, until `deadline`. One that is slow is never ended by force.
 *
 * @returns why it is not so, '' when it is
 */
function control(name: string, run: boolean, deadline: number): string {
  const method = run ? 'StartService' : 'StopService';
  const begun = milliseconds();
  let asked = false;
  for (;;) {
    const seen = seenNow(name);
    if (seen === null) return 'there is no such service any more';
    if ((run && seen.state === 'Running') || (!run && seen.state === 'Stopped')) return '';
    if (!isPending(seen)) {
      if (asked) return endedAs(seen, run);
      const requested = request(name, method);
      // it may be on its way since we looked
      const later = requested.busy && seenNow(name)?.state !== seen.state;
      if (!requested.taken && !later) return requested.said;
      asked = requested.taken;
      if (asked) continue;
    }
    if (milliseconds() >= deadline) {
      const seconds = Math.floor((milliseconds() - begun) / 1000);
      return 'its state was still "' + seen.state + '" after ' + seconds + ' s; it was not ended by force';
    }
    WScript.Sleep(SETTLE_POLL_MILLISECONDS);
  }
}

function endedAs(seen: Seen, run: boolean): string {
  if (!run) return 'it took the request to stop and its state is "' + seen.state + '"';
  return 'it started and ended again at once (exit code ' + seen.exit + ')';
}

/**
 * Sets the fields of a service in the order of `src/model/resource.ts`: first the start mode, so that nothing restarts what is stopped
 * and what is to start may. One that is to run although disabled is manual until it has started.
 */
function setService(name: string, fields: string[], found: State, to: State, deadline: number): ModeSet {
  const starts = has(fields, 'running') && to['running'] === true;
  const start = String(has(fields, 'start') ? to['start'] : found['start']);
  const delayed = (has(fields, 'delayed') ? to['delayed'] : found['delayed']) === true;
  const disabledLast = starts && start === 'disabled';
  let note = '';
  if (has(fields, 'start') || has(fields, 'delayed') || disabledLast) {
    const set = setStartMode(name, disabledLast ? 'manual' : start, delayed);
    if (set.why !== '') return set;
    note = set.note;
  }
  if (!has(fields, 'running')) return { why: '', note };
  const why = control(name, to['running'] === true, deadline);
  if (!disabledLast) return { why, note };
  const last = setStartMode(name, start, delayed);
  return { why: why || last.why, note };
}
