import type { LabHost } from './state.js';

/** The ssh command that logs in to a lab host with the key; a command may follow. */
export function loginCommand(host: LabHost, port = host.port): string[] {
  const options = ['BatchMode=yes', 'IdentitiesOnly=yes', `UserKnownHostsFile=${host.knownHostsFile}`];
  const words = `ssh -F none -p ${port}`.split(' ');
  return words.concat(
    ['-i', host.identityFile],
    options.flatMap(option => ['-o', option]),
    `${host.user}@${host.host}`,
  );
}
