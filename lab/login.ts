import type { LabHost } from './state.js';

/** The ssh command that logs in to a lab host with the key; a command may follow. */
export function loginCommand(host: LabHost, port = host.port): string[] {
  return [
    ...['ssh', '-F', 'none', '-p', String(port), '-i', host.identityFile],
    ...['-o', `UserKnownHostsFile=${host.knownHostsFile}`, '-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes'],
    `${host.user}@${host.host}`,
  ];
}
