import { say } from '../../../i18n/text.js';
import { HostError } from '../../host-error.js';

export const sayUsing = (place: string) =>
  say({
    en: `${place} agrees on keys or ciphers only in ways this program does not know; going through the system's ssh.`,
    es: `${place} solo acuerda claves o cifrados de maneras que este programa no conoce; se usa el ssh del sistema.`,
  });

/** The system's ssh did not get there either. */
export function systemSshFailed(place: string, said: string): HostError {
  if (/ENOENT/.test(said)) return new HostError('unreachable', missingSsh(place));
  if (/Permission denied/.test(said)) return new HostError('login', notLetIn(place, said));
  return new HostError('unreachable', failed(place, said));
}

const missingSsh = (place: string) =>
  say({
    en: `${place} agrees on keys only in ways this program does not know, and this machine has no ssh of its own to go through. Install it (Debian: \`apt install openssh-client\`), or allow curve25519-sha256 in KexAlgorithms of the server.`,
    es: `${place} solo acuerda claves de maneras que este programa no conoce, y este equipo no tiene un ssh propio que usar. Instálelo (Debian: \`apt install openssh-client\`) o permita curve25519-sha256 en KexAlgorithms del servidor.`,
  });

const notLetIn = (place: string, said: string) =>
  say({
    en: `${place} did not let the system's ssh in (${said}). Passwords and passphrases cannot be used this way: name a key without passphrase with \`--identity FILE\`, or add it to the agent with \`ssh-add\`.`,
    es: `${place} no dejó entrar al ssh del sistema (${said}). Por esta vía no se pueden usar contraseñas ni frases de contraseña: indique una clave sin frase con \`--identity ARCHIVO\`, o añádala al agente con \`ssh-add\`.`,
  });

const failed = (place: string, said: string) =>
  say({
    en: `The system's ssh could not reach ${place}${said === '' ? '' : `: ${said}`}. Try \`ssh\` by hand to see more.`,
    es: `El ssh del sistema no pudo llegar a ${place}${said === '' ? '' : `: ${said}`}. Pruebe \`ssh\` a mano para ver más.`,
  });
