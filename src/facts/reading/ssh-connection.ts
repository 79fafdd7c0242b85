import type { Sessions } from '../sessions.js';

/**
 * What sshd leaves in SSH_CONNECTION on any system: address and port of the far end, then of ours. Where the variable is not there, Windows
 * prints its name.
 *
 * @example `203.0.113.9 50412 192.168.16.2 22`
 */
export function sshConnection(text: string | undefined): Sessions['connection'] {
  const found = /^([0-9A-Fa-f.:]+)(?:%\S+)? \d+ ([0-9A-Fa-f.:]+)(?:%\S+)? \d+$/.exec(text?.trim() ?? '');
  return found?.[1] === undefined || found[2] === undefined ? undefined : { remote: found[1], local: found[2] };
}
