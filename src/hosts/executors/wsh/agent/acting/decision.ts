/** What a `set` comes to, once it has been looked: the rule of `src/hosts/set-decision.ts`, in the same order. */
interface Decision {
  readonly act: 'nothing' | 'absent' | 'differs' | 'set';
  /** Those that must be set. */
  readonly fields: string[];
}

function decide(found: Found, from: State[], to: State, force: boolean): Decision {
  if (found === 'absent') return { act: 'absent', fields: [] };
  const fields: string[] = [];
  for (const name in to) if (found[name] !== to[name]) fields[fields.length] = name;
  if (fields.length === 0) return { act: 'nothing', fields };
  let ours = force;
  for (let i = 0; i < from.length && !ours; i++) ours = mixes(found, from[i], to);
  return { act: ours ? 'set' : 'differs', fields };
}

/** Whether each field is as one of the two says: a change of ours that was broken off. */
function mixes(found: State, from: State, to: State): boolean {
  for (const name in from) if (found[name] !== from[name] && found[name] !== to[name]) return false;
  for (const name in to) if (found[name] !== from[name] && found[name] !== to[name]) return false;
  return true;
}

/** Reached is reached, whatever went wrong on the way. */
function reached(left: Found, to: State): boolean {
  if (left === 'absent') return false;
  for (const name in to) if (left[name] !== to[name]) return false;
  return true;
}

function has(fields: string[], name: string): boolean {
  for (let i = 0; i < fields.length; i++) if (fields[i] === name) return true;
  return false;
}

function namesIn(state: State): string[] {
  const names: string[] = [];
  for (const name in state) names[names.length] = name;
  return names;
}

function jsonState(state: Found): string {
  if (state === 'absent') return '"absent"';
  const members: string[] = [];
  for (const name in state) members[members.length] = jsonMember(name, jsonCell(state[name]));
  return '{' + members.join(',') + '}';
}
