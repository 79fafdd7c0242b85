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

/**
 * Ends a process and everything it started, the process itself first so that it starts nothing more. The first `spared` generations
 * are left alone.
 */
function endTree(root: number, spared: number): void {
  // everything descends from the first processes of Windows, 0 and 4
  if (!(root > 4)) return;
  const all = processes('');
  const tree: Process[] = [];
  const generations: number[] = [0];
  for (let i = 0; i < all.length; i++) if (all[i]['ProcessId'] === root) tree[0] = processOf(all[i]);
  if (tree.length === 0) return;
  for (let t = 0; t < tree.length; t++) {
    for (let i = 0; i < all.length; i++) {
      const child = processOf(all[i]);
      // a process number is given again: who is older than its parent is somebody else's child
      const own = child.parent === tree[t].id && child.id !== root && child.created >= tree[t].created;
      // the desktop that Wine starts with the first program that needs one serves all others as well
      if (!own || all[i]['Name'] === 'explorer.exe') continue;
      generations[tree.length] = generations[t] + 1;
      tree[tree.length] = child;
    }
  }
  for (let t = 0; t < tree.length; t++) if (generations[t] >= spared) endProcess(tree[t].id);
}

function processOf(found: WmiObject): Process {
  const created = found['CreationDate'];
  return {
    id: found['ProcessId'] as number,
    parent: found['ParentProcessId'] as number,
    // all alike where the system does not say (Wine)
    created: typeof created === 'string' ? created : '',
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
