import type { Resource, ResourceState } from '../model/resource.js';

/** The fields that a change changes. */
export function changedFields(from: ResourceState, to: ResourceState): readonly string[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(name => from[name] !== to[name]);
}

/**
 * What a resource is to become when it was found otherwise than planned: of services and units only the fields that the change is about;
 * the others stay as they were found.
 */
export function targetOf(
  resource: Resource,
  found: ResourceState,
  from: ResourceState,
  to: ResourceState,
): ResourceState {
  if (resource.kind !== 'service' && resource.kind !== 'unit') return to;
  const target: Record<string, string | number | boolean> = { ...found };
  for (const name of changedFields(from, to)) {
    const value = to[name];
    if (value === undefined) delete target[name];
    else target[name] = value;
  }
  return target;
}

/** Every field is as it was or as we set it: ours, even when it broke off half way. */
export function isOurs(found: ResourceState, was: ResourceState, to: ResourceState): boolean {
  return [...new Set([...Object.keys(found), ...Object.keys(was), ...Object.keys(to)])].every(
    name => found[name] === was[name] || found[name] === to[name],
  );
}
