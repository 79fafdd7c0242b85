/** Something that must wait for others of its kind. */
export interface Waiting {
  readonly id: string;
  readonly after: readonly string[];
}

/**
 * Puts things into layers: each waits only for things of layers before it; what is not among them is not waited for. Things that wait for
 * each other in a circle come together in the last layer.
 */
export function layersOf<T extends Waiting>(items: readonly T[]): readonly (readonly T[])[] {
  const layers: T[][] = [];
  const open = new Map(items.map(item => [item.id, item]));
  while (open.size > 0) {
    const free = [...open.values()].filter(item => item.after.every(id => id === item.id || !open.has(id)));
    const layer = free.length > 0 ? free : [...open.values()];
    for (const item of layer) open.delete(item.id);
    layers.push(layer);
  }
  return layers;
}

/** The same the other way round: what was waited for waits now. */
export function reversed<T extends Waiting>(items: readonly T[]): readonly (T & Waiting)[] {
  const after = new Map<string, string[]>(items.map(item => [item.id, []]));
  for (const item of items) {
    for (const id of item.after) after.get(id)?.push(item.id);
  }
  return items.map(item => ({ ...item, after: after.get(item.id) ?? [] }));
}
