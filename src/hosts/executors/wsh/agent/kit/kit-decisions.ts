/** The fields of all these states, each once. */
function namesOfAll(states: State[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < states.length; i++)
    for (const name in states[i]) if (!has(names, name)) names[names.length] = name;
  return names;
}

function copyField(from: State, to: State, name: string): void {
  if (has(namesIn(from), name)) to[name] = from[name];
}

function isSameState(a: State, b: State): boolean {
  const names = namesOfAll([a, b]);
  for (let i = 0; i < names.length; i++) if (a[names[i]] !== b[names[i]]) return false;
  return true;
}

/** The fields that a change changes. */
function fieldsChanged(from: State, to: State): string[] {
  const names = namesOfAll([from, to]);
  const changed: string[] = [];
  for (let i = 0; i < names.length; i++) if (from[names[i]] !== to[names[i]]) changed[changed.length] = names[i];
  return changed;
}

/** As `src/engine/target.ts`: of services only the fields that the change is about; the others stay as they were found. */
function targetOf(thing: Thing, found: State, from: State, to: State): State {
  if (thing.kind !== 'service') return to;
  const changed = fieldsChanged(from, to);
  const target: State = {};
  for (const name in found) if (!has(changed, name)) target[name] = found[name];
  for (let i = 0; i < changed.length; i++) copyField(to, target, changed[i]);
  return target;
}

/** Every field is as it was or as we set it: ours, even when it broke off half way. */
function isOurs(found: State, was: State, to: State): boolean {
  const names = namesOfAll([found, was, to]);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (found[name] !== was[name] && found[name] !== to[name]) return false;
  }
  return true;
}

/** What is found decides what putting back comes to: a word, or what is to be set. The rule of `judge` in `src/engine/put-back.ts`. */
function judgePutBack(known: KnownChange, found: Found, forced: boolean): 'gone' | 'kept' | 'drifted' | State {
  if (found === 'absent') return 'gone';
  const { was, to, lost } = known;
  if (isSameState(found, was)) return 'kept';
  if (forced || (lost !== null && isSameState(found, lost))) return was;
  const changed = fieldsChanged(was, to);
  if (changed.length === 0) return 'drifted';
  if (known.resource.kind === 'service') {
    for (let i = 0; i < changed.length; i++) {
      const name = changed[i];
      if (found[name] !== was[name] && found[name] !== to[name]) return 'drifted';
    }
  } else if (!isOurs(found, was, to)) return 'drifted';
  const target = targetOf(known.resource, found, to, was);
  return isSameState(target, found) ? 'drifted' : target;
}

/** A command that is found with a value no line brings about could never be put back. */
function hasWayBack(thing: Thing, found: State): boolean {
  if (thing.kind !== 'command') return true;
  for (const value in thing.set || {}) if (value === String(found['value'])) return true;
  return false;
}

/** Puts things into layers, as `src/engine/layers.ts`: each waits only for things of layers before it. */
function layersOf<T extends { readonly item: string; readonly after: string[] }>(things: T[]): T[][] {
  const layers: T[][] = [];
  let open = things;
  while (open.length > 0) {
    const free: T[] = [];
    const rest: T[] = [];
    for (let i = 0; i < open.length; i++) {
      const list = waits(open[i], open) ? rest : free;
      list[list.length] = open[i];
    }
    layers[layers.length] = free.length > 0 ? free : rest;
    open = free.length > 0 ? rest : [];
  }
  return layers;
}

function waits(one: { readonly item: string; readonly after: string[] }, open: { readonly item: string }[]): boolean {
  for (let i = 0; i < open.length; i++) if (open[i].item !== one.item && has(one.after, open[i].item)) return true;
  return false;
}
