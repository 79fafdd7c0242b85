import type { Roles } from '../../facts/roles.js';

/** Whether a role or feature is installed, by its stable name in any case. */
export function hasRole({ installed }: Roles, ...names: readonly string[]): boolean {
  return rolesAmong({ installed }, names).length > 0;
}

/** The installed ones among these, as the host spells them. */
export function rolesAmong({ installed }: Pick<Roles, 'installed'>, names: readonly string[]): readonly string[] {
  const wanted = new Set(names.map(name => name.toLowerCase()));
  return installed.map(role => role.name).filter(name => wanted.has(name.toLowerCase()));
}
