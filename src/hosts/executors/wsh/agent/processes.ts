interface Process {
  readonly id: number;
  readonly parent: number;
  readonly created: string;
}

function processes(where: string): WmiObject[] {
  const found = connect('root\\cimv2').ExecQuery('SELECT * FROM Win32_Process' + where, 'WQL', QUERY_FLAGS);
  const all: WmiObject[] = [];
  for (const each = new Enumerator(found); !each.atEnd(); each.moveNext()) all[all.length] = each.item();
  return all;
}

/**
 * The number of this very process, found by a word that only its own command line has; 0 when the system does not show command
 * lines (Windows 2000). Wine shows a process its own one only.
 */
function ownProcess(word: string): number {
  try {
    const all = processes(" WHERE Name='cscript.exe'");
    for (let i = 0; i < all.length; i++) {
      const line = all[i]['CommandLine'];
      if (typeof line === 'string' && line.indexOf(word) >= 0) return all[i]['ProcessId'] as number;
    }
  } catch (fault) {
    // no WMI: nothing can be ended either
  }
  return 0;
}

/**
 * On Windows 2000 a worker is known by when it started and by being the child of a script host. Two that fit are left alone:
 * another run's worker must not be ended.
 */
function workerStartedAt(started: number): number {
  const TOLERANCE = 3000;
  const all = processes(" WHERE Name='cscript.exe'");
  let found = 0;
  for (let i = 0; i < all.length; i++) {
    const created = timeOf(String(all[i]['CreationDate']));
    if (created < started - TOLERANCE || created > started + TOLERANCE) continue;
    for (let j = 0; j < all.length; j++) {
      if (all[j]['ProcessId'] !== all[i]['ParentProcessId']) continue;
      if (found !== 0) return 0;
      found = all[i]['ProcessId'] as number;
    }
  }
  return found;
}

/** Time of a WMI date in milliseconds, its local time being this machine's; 0 when there is none. */
function timeOf(wmi: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(wmi);
  if (!parts) return 0;
  const local = new (Date as unknown as new (...all: number[]) => Date)(
    parseInt(parts[1], 10),
    parseInt(parts[2], 10) - 1,
    parseInt(parts[3], 10),
    parseInt(parts[4], 10),
    parseInt(parts[5], 10),
    parseInt(parts[6], 10),
  );
  return local.getTime();
}

/** A process of a tree, and by how many parents it is below its root. */
interface Descendant extends Process {
  readonly generation: number;
}

/** A process that is just being started when its parent is ended is found in the next round. */
const MOST_ROUNDS = 10;

/**
 * Ends a process and everything it started, the process itself first so that it starts nothing more. The first `spared` generations
 * are left alone.
 */
function endTree(root: number, spared: number): void {
  // everything descends from the first processes of Windows, 0 and 4
  if (!(root > 4)) return;
  const tree: Descendant[] = [];
  let ended = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    growTree(tree, root, processes(''));
    if (tree.length === ended) return;
    for (; ended < tree.length; ended++) if (tree[ended].generation >= spared) endProcess(tree[ended].id);
  }
}

/** Adds what is new: the root, and children of what is in the tree, whether that still runs or not. */
function growTree(tree: Descendant[], root: number, all: WmiObject[]): void {
  for (let i = 0; i < all.length && tree.length === 0; i++)
    if (all[i]['ProcessId'] === root) tree[0] = descendant(all[i], 0);
  for (let t = 0; t < tree.length; t++) {
    for (let i = 0; i < all.length; i++) {
      const child = descendant(all[i], tree[t].generation + 1);
      // a process number is given again: who is older than its parent is somebody else's child
      const own = child.parent === tree[t].id && child.id !== root && child.created >= tree[t].created;
      // the desktop that Wine starts with the first program that needs one serves all others as well
      if (own && all[i]['Name'] !== 'explorer.exe' && !isIn(tree, child.id)) tree[tree.length] = child;
    }
  }
}

function isIn(tree: Descendant[], id: number): boolean {
  for (let t = 0; t < tree.length; t++) if (tree[t].id === id) return true;
  return false;
}

function descendant(found: WmiObject, generation: number): Descendant {
  const created = found['CreationDate'];
  return {
    id: found['ProcessId'] as number,
    parent: found['ParentProcessId'] as number,
    // all alike where the system does not say (Wine)
    created: typeof created === 'string' ? created : '',
    generation,
  };
}

function endProcess(id: number): void {
  try {
    const services = connect('root\\cimv2') as unknown as { ExecMethod(path: string, method: string): WmiObject };
    services.ExecMethod("Win32_Process.Handle='" + id + "'", 'Terminate');
  } catch (fault) {
    // Wine's WMI has no Terminate, Windows 2000 no taskkill
    if (files.FileExists(systemFolder + '\\taskkill.exe'))
      shell.Run('"' + systemFolder + '\\taskkill.exe" /f /pid ' + id, 0, true);
  }
}
