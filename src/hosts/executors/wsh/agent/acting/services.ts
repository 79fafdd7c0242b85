const SERVICES_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\';
const startWords = ['boot', 'system', 'auto', 'manual', 'disabled'];
/** A list of all services is true for this long: in a trip of hundreds one query serves many looks. */
const LIST_MILLISECONDS = 1000;
const SETTLE_POLL_MILLISECONDS = 200;

/** A service or driver as the service manager has it. */
interface Seen {
  readonly type: 'Win32_Service' | 'Win32_SystemDriver';
  /** `Running`, `Stopped`, `Stop Pending`…: never translated. */
  readonly state: string;
  readonly mode: string;
  readonly exit: number;
}

let serviceList: Record<string, Seen | undefined> = {};
let listedAt = 0;
let driversListed = false;

function nameKey(name: string): string {
  return 'service ' + name.toLowerCase();
}

function seenIn(instance: WmiObject, type: Seen['type']): Seen {
  const exit = instance['ExitCode'];
  return {
    type,
    state: String(instance['State']),
    mode: String(instance['StartMode']),
    exit: typeof exit === 'number' ? exit : 0,
  };
}

function addAll(type: Seen['type']): void {
  const found = connect('root\\cimv2').ExecQuery('SELECT * FROM ' + type, 'WQL', QUERY_FLAGS);
  for (const each = new Enumerator(found); !each.atEnd(); each.moveNext()) {
    const instance = each.item();
    serviceList[nameKey(String(instance['Name']))] = seenIn(instance, type);
  }
}

function listServices(): void {
  serviceList = {};
  driversListed = false;
  addAll('Win32_Service');
  listedAt = milliseconds();
}

/** Something is about to change. */
function forgetList(): void {
  listedAt = 0;
}

/** From the list, which is read again when it is too old. */
function seenInList(name: string): Seen | null {
  if (milliseconds() - listedAt > LIST_MILLISECONDS) listServices();
  let seen = serviceList[nameKey(name)];
  if (!seen && !driversListed && startNumber(name) >= 0) {
    driversListed = true;
    addAll('Win32_SystemDriver');
    seen = serviceList[nameKey(name)];
  }
  return seen || null;
}

/** In double quotes: Wine does not take an apostrophe in single ones back. */
function servicePath(type: Seen['type'], name: string): string {
  return type + '.Name="' + name.replace(/\\/g, '\\\\').replace(/"/g, '\\"') + '"';
}

const WBEM_E_NOT_FOUND = '80041002';
const WBEM_E_INVALID_QUERY = '80041017';

/** As it is now. */
function seenNow(name: string): Seen | null {
  const known = serviceList[nameKey(name)];
  const type = known ? known.type : 'Win32_Service';
  try {
    return seenIn(connect('root\\cimv2').Get(servicePath(type, name)), type);
  } catch (fault) {
    const code = faultCode(fault);
    if (code !== WBEM_E_NOT_FOUND && code !== WBEM_E_INVALID_QUERY) throw fault;
    // not there; or a driver; or a name that Wine cannot take in a path
    listedAt = 0;
    return seenInList(name);
  }
}

/** The value Start of its key; -1 when there is none. */
function startNumber(name: string): number {
  try {
    const value = shell.RegRead(SERVICES_KEY + name + '\\Start');
    return typeof value === 'number' ? value : -1;
  } catch (fault) {
    return -1;
  }
}

/** Since Windows Vista and Server 2008; elsewhere it is not there. */
function isDelayed(name: string): boolean {
  try {
    return shell.RegRead(SERVICES_KEY + name + '\\DelayedAutostart') === 1;
  } catch (fault) {
    return false;
  }
}

function isPending(seen: Seen): boolean {
  return seen.state.indexOf('Pending') >= 0;
}

/**
 * The start mode is what the registry says, which is what the next start of Windows goes by. A service on its way to stopping or
 * starting is waited for until `deadline`; one that has not stopped runs.
 */
function lookService(name: string, now: boolean, deadline: number): Found {
  let seen = now ? seenNow(name) : seenInList(name);
  while (seen !== null && isPending(seen) && milliseconds() < deadline) {
    WScript.Sleep(SETTLE_POLL_MILLISECONDS);
    seen = seenNow(name);
  }
  return serviceState(name, seen);
}

function serviceState(name: string, seen: Seen | null): Found {
  const number = startNumber(name);
  if (seen === null && number < 0) return 'absent';
  const start = startWords[number] || (seen === null ? '' : seen.mode.toLowerCase());
  if (start === '') throw no('error', 'the start mode of ' + name + ' is ' + number);
  return { start, delayed: isDelayed(name), running: seen !== null && seen.state !== 'Stopped' };
}
