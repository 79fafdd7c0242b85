/** A value is a word or a line, not a document. */
const MOST_VALUE = 65536;
const MOST_WHY = 500;

/** A line that has no result to show must at least say that it worked; one that shows a value has told it. */
function lookCommand(task: Task, thing: Thing): Found {
  // also after a line that took all the time there was
  const deadline = Math.max(task.deadline, milliseconds() + LOOK_AGAIN_MILLISECONDS);
  const ran = runLimited(task, 'look', thing.look || '', MOST_VALUE, deadline);
  if (ran.late) throw no('timeout', 'the command that looks was ended after ' + task.told.timeoutSeconds + ' s');
  const value = ends(fromConsole(ran.out.text));
  if (ran.exit === UNKNOWN_COMMAND || (ran.exit !== 0 && value === ''))
    throw no('error', 'the command that looks ended with ' + ran.exit + ': ' + ends(fromConsole(ran.err.text)));
  return { value };
}

const LOOK_AGAIN_MILLISECONDS = 5000;
/** What cmd.exe ends with when there is no such program. */
const UNKNOWN_COMMAND = 9009;

/** Without white space at its ends. */
function ends(text: string): string {
  return text.replace(/^\s+/, '').replace(/\s+$/, '');
}

/** @returns why it could not be set, '' when the line said that it did */
function setCommand(task: Task, thing: Thing, to: State): string {
  const value = String(to['value']);
  const lines = thing.set || {};
  let line: string | null = null;
  for (const each in lines) if (each === value) line = lines[each];
  if (line === null) return 'no line sets ' + thing.name + ' to ' + value;
  task.touch();
  const ran = runLimited(task, 'set', line, MOST_VALUE, task.deadline);
  if (ran.late) return 'the command was ended after ' + task.told.timeoutSeconds + ' s';
  if (ran.exit === 0) return '';
  const said = ends(fromConsole(ran.err.text)) || ends(fromConsole(ran.out.text));
  return 'exit code ' + ran.exit + (said === '' ? '' : ': ' + said.substring(0, MOST_WHY));
}

function runLine(task: Task): string {
  task.touch();
  const ran = runLimited(task, 'run', task.told.line || '', task.told.maxBytes || 0, task.deadline);
  if (ran.late) throw no('timeout', 'the command was ended after ' + task.told.timeoutSeconds + ' s');
  return (
    '"did":"ran","exit":' +
    ran.exit +
    ',"out":' +
    ansi(ran.out.text) +
    (ran.err.text === '' ? '' : ',"err":' + ansi(ran.err.text)) +
    (ran.out.cut ? ',"cut":true' : '')
  );
}
