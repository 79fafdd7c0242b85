import { hostname, userInfo } from 'node:os';

/** `user@computer`, for the events of a case. */
export function actor(): string {
  return `${userName()}@${hostname()}`;
}

/** Also in a container whose user has no entry anywhere, where the system's own call fails. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
