/** The copy of the case's log on the server, which is the log while the kit works. */
interface KitLog {
  readonly path: string;
  readonly actor: string;
  seq: number;
  /** SHA-256 of the last line. */
  hash: string;
  /** Time of the last event. */
  at: string;
  /** Bytes of the file. */
  length: number;
  /** Lines beyond those that the kit carries. */
  readonly added: string[];
  readonly known: KnownChanges;
}

/** Thrown to end with these words: nothing was touched because of it. */
interface KitStop {
  readonly stop?: BothTexts;
}

const NO_LINE_BEFORE = '0000000000000000000000000000000000000000000000000000000000000000';

/**
 * Opens the log, brings it up to what the kit carries, and checks the chain of all that goes beyond.
 *
 * @param kitOnly whether lines of others beyond those the kit carries are refused: they may have changed what it is to do
 */
function openLog(kit: KitData, folder: string, kitOnly: boolean): KitLog {
  const log: KitLog = {
    path: folder + '\\case.jsonl',
    actor: 'kit@' + (variable('COMPUTERNAME') || new ActiveXObject('WScript.Network').ComputerName),
    seq: 0,
    hash: NO_LINE_BEFORE,
    at: '',
    length: 0,
    added: [],
    known: { byItem: {}, order: [], acts: {} },
  };
  const carried = kit.lines.join('\n') + '\n';
  const there = logText(log.path);
  if (carried.substring(0, there.length) !== there && there.substring(0, carried.length) !== carried)
    throw stopWith(words('otherLog', [log.path]));
  for (let i = 0; i < kit.lines.length; i++) takeInLine(log, kit.lines[i], i < kit.lines.length - 1 ? null : '');
  if (there.length < carried.length) append(log.path, carried.substring(there.length));
  const lines = there.substring(carried.length).split('\n');
  for (let i = 0; i < lines.length - 1; i++) {
    const broken = brokenLine(log, lines[i]);
    if (broken) throw stopWith(words('damagedLog', [log.path, String(log.seq + 1)]));
    const event = takeInLine(log, lines[i], '');
    if (kitOnly && event.actor.substring(0, 4) !== 'kit@')
      throw stopWith(words('workedOn', [log.path, String(event.seq)]));
    log.added[log.added.length] = lines[i];
  }
  log.length = sizeOf(log.path);
  const torn = there.length > carried.length ? lines[lines.length - 1] : '';
  if (torn !== '') setTornAside(log, folder, torn);
  return log;
}

/** Where a torn line was cut off, the new file may be all there is: it was whole before the old one was taken away. */
function logText(path: string): string {
  if (!files.FileExists(path) && files.FileExists(path + '.whole')) files.MoveFile(path + '.whole', path);
  return files.FileExists(path) ? readText(path, 0, MOST_LINE, false).text : '';
}

function brokenLine(log: KitLog, line: string): boolean {
  const event = readJson(line) as KitEvent | null;
  return event === null || event.seq !== log.seq + 1 || event.prev !== log.hash || event.type === 'case-created';
}

/** @param hash null: the next line carries it, so that it need not be computed; '': it is */
function takeInLine(log: KitLog, line: string, hash: string | null): KitEvent {
  const event = readJson(line) as KitEvent;
  log.seq = event.seq;
  log.at = event.at;
  if (hash !== null) log.hash = sha256(line);
  takeIn(log.known, event);
  return event;
}

/** Keeps what stands after the last line end in a file of its own, and takes it off the log. */
function setTornAside(log: KitLog, folder: string, torn: string): void {
  const whole = readText(log.path, 0, MOST_LINE, false).text;
  const name = 'torn-' + (log.seq + 1) + '.txt';
  writeAll(folder + '\\' + name, torn);
  writeAll(log.path + '.whole', whole.substring(0, whole.length - torn.length));
  patiently(() => files.DeleteFile(log.path, true));
  patiently(() => files.MoveFile(log.path + '.whole', log.path));
  log.length = sizeOf(log.path);
  note(log, ['"type":"torn-line-set-aside","file":' + jsonText(name) + ',"bytes":' + torn.length]);
}

function writeAll(path: string, text: string): void {
  const stream = files.CreateTextFile(path, true, false);
  try {
    stream.Write(text);
  } finally {
    stream.Close();
  }
}

/** Appends events, given by their members, and sees to it that they are in the file before anything else happens. */
function note(log: KitLog, events: string[]): void {
  if (events.length === 0) return;
  const at = moment(new Date());
  const all = at < log.at ? [wentBack(log.at, at)].concat(events) : events;
  let text = '';
  const lines: string[] = [];
  let hash = log.hash;
  for (let i = 0; i < all.length; i++) {
    const stamp = '{"seq":' + (log.seq + i + 1) + ',"at":"' + at + '","actor":' + jsonText(log.actor);
    lines[i] = stamp + ',"prev":"' + hash + '",' + all[i] + '}';
    hash = sha256(lines[i]);
    text += lines[i] + '\n';
  }
  append(log.path, text);
  if (sizeOf(log.path) !== log.length + text.length) throw stopWith(words('notWritten', [log.path]));
  log.length += text.length;
  for (let i = 0; i < lines.length; i++) {
    takeInLine(log, lines[i], null);
    log.added[log.added.length] = lines[i];
  }
  log.hash = hash;
}

function wentBack(before: string, now: string): string {
  return '"type":"clock-went-back","seconds":' + (timeAt(before) - timeAt(now)) / 1000;
}

/** As `Date.toISOString` writes it, which JScript 5 lacks. */
function moment(date: Date): string {
  const days = date.getUTCFullYear() + '-' + digits(date.getUTCMonth() + 1, 2) + '-' + digits(date.getUTCDate(), 2);
  const clock = [digits(date.getUTCHours(), 2), digits(date.getUTCMinutes(), 2), digits(date.getUTCSeconds(), 2)];
  return days + 'T' + clock.join(':') + '.' + digits(date.getUTCMilliseconds(), 3) + 'Z';
}

function digits(value: number, count: number): string {
  let text = String(value);
  while (text.length < count) text = '0' + text;
  return text;
}

/** In milliseconds since 1970. */
function timeAt(text: string): number {
  const part = (from: number, to: number) => parseInt(text.substring(from, to), 10);
  return Date.UTC(part(0, 4), part(5, 7) - 1, part(8, 10), part(11, 13), part(14, 16), part(17, 19), part(20, 23));
}

function stopWith(text: BothTexts): KitStop {
  return { stop: text };
}
