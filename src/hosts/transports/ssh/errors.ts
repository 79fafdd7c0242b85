import { type Text, say } from '../../../i18n/text.js';
import { type SshAddress, hostAndPort } from '../../address.js';
import { HostError } from '../../host-error.js';

/** Until where a connection had come when it failed. */
export type Stage = 'connect' | 'greeting' | 'keys' | 'login';

/** Why there is no connection, from the system's error. */
export function connectionError(server: SshAddress, error: NodeJS.ErrnoException): HostError {
  const place = hostAndPort(server);
  const cause = { cause: error };
  switch (error.code) {
    case 'ECONNREFUSED':
      return new HostError('refused', refused(place), cause);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
      return new HostError('unreachable', noSuchName(server.host, error.code), cause);
    case 'ECONNRESET':
    case 'EPIPE':
      return new HostError('unreachable', closedEarly(place), cause);
    default:
      return new HostError('unreachable', noRoute(place, error.code ?? error.message), cause);
  }
}

/** A step took longer than it may. */
export function stageTimeout(server: SshAddress, stage: Stage, seconds: number): HostError {
  const text = timeouts[stage](hostAndPort(server), seconds);
  return new HostError(stage === 'connect' ? 'unreachable' : 'timeout', text);
}

/** The server closed before the login was through. */
export function closedBeforeLogin(server: SshAddress, stage: Stage, said: string): HostError {
  const place = hostAndPort(server);
  if (stage === 'login') return new HostError('login', closedAtLogin(place, said));
  return new HostError('unreachable', said === '' ? closedEarly(place) : failedKeys(place, said));
}

/** Something answers on the port that does not speak SSH. */
export function notSsh(server: SshAddress, line: string): HostError {
  return new HostError('unreachable', otherProtocol(hostAndPort(server), line));
}

/** A jump host could not open the way to the next one. */
export function noWayOn(server: SshAddress, said: string): HostError {
  return new HostError('unreachable', behindJump(hostAndPort(server), said));
}

/** The server wants a new password before anything else. */
export function expiredPassword(server: SshAddress, user: string): HostError {
  return new HostError('login', passwordExpired(`${user}@${hostAndPort(server)}`));
}

/** The user or a signal stopped it. */
export function stopped(): HostError {
  return new HostError(
    'stopped',
    say({
      en: 'Stopped. The connection was closed and nothing stays behind on the server.',
      es: 'Detenido. Se ha cerrado la conexión y no queda nada en el servidor.',
    }),
  );
}

const refused = (place: string) =>
  say({
    en: `${place} refuses the connection: no SSH server listens there, or a firewall turns it away. Check the port and start the service on the server (Linux: \`systemctl start ssh\`; Windows: the service "OpenSSH SSH Server"). A server without SSH can be asked with \`antesala kit\`.`,
    es: `${place} rechaza la conexión: no hay ningún servidor SSH escuchando ahí, o un cortafuegos la rechaza. Compruebe el puerto e inicie el servicio en el servidor (Linux: \`systemctl start ssh\`; Windows: el servicio "OpenSSH SSH Server"). Un servidor sin SSH se puede consultar con \`antesala kit\`.`,
  });

const noSuchName = (host: string, code: string) =>
  say({
    en: `The name ${host} cannot be found (${code}). Check its spelling and this machine's DNS, or write the server's number instead of its name.`,
    es: `No se encuentra el nombre ${host} (${code}). Compruebe cómo está escrito y el DNS de este equipo, o escriba la dirección numérica del servidor en lugar del nombre.`,
  });

const noRoute = (place: string, detail: string) =>
  say({
    en: `${place} cannot be reached (${detail}). Check that the server is on, that this machine is in its network or VPN, and that no firewall stands between.`,
    es: `No se puede llegar a ${place} (${detail}). Compruebe que el servidor está encendido, que este equipo está en su red o VPN y que no hay un cortafuegos en medio.`,
  });

const closedEarly = (place: string) =>
  say({
    en: `${place} closed the connection before it said anything. It may be turning away too many connections at a time (MaxStartups of sshd) or this machine (fail2ban, hosts.deny). Wait a minute and try again; then look at the log of its SSH service.`,
    es: `${place} cerró la conexión sin decir nada. Puede estar rechazando demasiadas conexiones a la vez (MaxStartups de sshd) o a este equipo (fail2ban, hosts.deny). Espere un minuto y vuelva a intentarlo; después mire el registro de su servicio SSH.`,
  });

const failedKeys = (place: string, said: string) =>
  say({
    en: `${place} and this program could not agree on a secured connection: ${said}. Look at the log of the server's SSH service.`,
    es: `${place} y este programa no pudieron acordar una conexión segura: ${said}. Mire el registro del servicio SSH del servidor.`,
  });

const closedAtLogin = (place: string, said: string) =>
  say({
    en: `${place} closed the connection during the login${said === '' ? '' : ` (${said})`}. It may allow fewer attempts than there are keys: name the right key with \`--identity FILE\`.`,
    es: `${place} cerró la conexión durante el inicio de sesión${said === '' ? '' : ` (${said})`}. Puede que permita menos intentos que claves hay: indique la clave correcta con \`--identity ARCHIVO\`.`,
  });

const otherProtocol = (place: string, line: string) =>
  say({
    en: `What answers on ${place} is no SSH server; it says: ${line}. Check the port.`,
    es: `Lo que responde en ${place} no es un servidor SSH; dice: ${line}. Compruebe el puerto.`,
  });

const behindJump = (place: string, said: string) =>
  say({
    en: `The jump host could not open a connection to ${place} (${said}). Check name and port as the jump host knows them, and that it allows forwarding (AllowTcpForwarding).`,
    es: `El equipo de salto no pudo abrir una conexión con ${place} (${said}). Compruebe el nombre y el puerto tal como los conoce el equipo de salto, y que este permite el reenvío (AllowTcpForwarding).`,
  });

const passwordExpired = (account: string) =>
  say({
    en: `The password of ${account} has expired. Log in there once by hand, choose a new one, and run this again.`,
    es: `La contraseña de ${account} ha caducado. Inicie sesión allí una vez a mano, elija una nueva y repita la orden.`,
  });

const seconds = (count: number): Text =>
  say({ en: f => f.plural(count, '# second', '# seconds'), es: f => f.plural(count, '# segundo', '# segundos') });

const timeouts: Readonly<Record<Stage, (place: string, count: number) => Text>> = {
  connect: (place, count) =>
    say({
      en: `${place} did not answer within ${seconds(count).en}. Check that the server is on, the address and the port, and that no firewall or missing VPN stands between.`,
      es: `${place} no respondió en ${seconds(count).es}. Compruebe que el servidor está encendido, la dirección y el puerto, y que no hay un cortafuegos ni falta una VPN.`,
    }),
  greeting: (place, count) =>
    say({
      en: `${place} took the connection but said nothing for ${seconds(count).en}. Its SSH service hangs, or the port belongs to something else: check the port, restart the service, or try again later.`,
      es: `${place} aceptó la conexión pero no dijo nada en ${seconds(count).es}. Su servicio SSH está colgado o el puerto es de otra cosa: compruebe el puerto, reinicie el servicio o inténtelo más tarde.`,
    }),
  keys: (place, count) =>
    say({
      en: `${place} greeted but did not finish the exchange of keys within ${seconds(count).en}. The server is overloaded, or the network loses large packets (MTU of a VPN): try again, or from another network.`,
      es: `${place} saludó pero no terminó el intercambio de claves en ${seconds(count).es}. El servidor está sobrecargado o la red pierde los paquetes grandes (MTU de una VPN): inténtelo de nuevo o desde otra red.`,
    }),
  login: (place, count) =>
    say({
      en: `${place} did not answer the login within ${seconds(count).en}. Its domain controller, its DNS or its disk may hang: look at the server itself, then try again.`,
      es: `${place} no respondió al inicio de sesión en ${seconds(count).es}. Puede estar colgado su controlador de dominio, su DNS o su disco: mire el propio servidor y vuelva a intentarlo.`,
    }),
};
