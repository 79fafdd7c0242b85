import { isAtLeast } from '../../checks/wording/windows-paths.js';
import type { Language } from '../../i18n/text.js';
import type { Platform } from '../../model/recording.js';
import { cmdText, powerShellArgument, powerShellLine, shWord } from '../lines/quote.js';
import type { Session } from './at-work.js';

/** What a server has to put a message on a screen with. */
export interface Screens {
  readonly platform: Platform;
  /** Id of its product: `sbs2000`, `ws2019`. */
  readonly product: string;
  /** Language of the message. */
  readonly language: Language;
}

const hasPowerShell = ({ product }: Screens): boolean => isAtLeast(product, 'ws2008r2');
/** msg and logoff come with Windows Server 2003 and later (learn.microsoft.com, cc776289), on 2000 only with Terminal Services. */
const hasTerminalCommands = ({ product }: Screens): boolean => isAtLeast(product, 'ws2003');
/** The Messenger service went with Vista and Windows Server 2008; before, msg takes its place on 2003 itself. */
const hasMessenger = (screens: Screens): boolean => !isAtLeast(screens.product, 'ws2008');

/** What the Messenger service takes in a message to all. */
const messengerLimit = 120;

/**
 * Shows a message to everybody who works on the server itself, and on Windows 2000 and 2003 to all who can be reached by the Messenger
 * service. The text stays one argument whatever it holds.
 */
export function messageToAll(screens: Screens, text: string): string {
  if (screens.platform === 'linux') return `printf '%s\\n' ${shWord(text)} | wall`;
  if (hasPowerShell(screens)) return powerShellLine(`& msg.exe '*' ${powerShellArgument(text)}; exit $LASTEXITCODE`);
  const word = cmdText(text, percent[screens.language]);
  const sent = `net send * ${cmdText(text.slice(0, messengerLimit), percent[screens.language])}`;
  if (!hasTerminalCommands(screens)) return sent;
  return hasMessenger(screens) ? `msg * ${word} & ${sent}` : `msg * ${word}`;
}

/**
 * Shows a message to one session; undefined when nothing on that system can: file shares since Windows Server 2008, on Linux other than
 * terminals. For Linux it reaches all terminals.
 */
export function messageTo(screens: Screens, session: Session, text: string): string | undefined {
  if (screens.platform === 'linux') {
    return session.kind === 'file-share' ? undefined : messageToAll(screens, text);
  }
  if (session.kind === 'file-share') {
    const computer = computerOf(session);
    if (!hasMessenger(screens) || computer === undefined) return undefined;
    return `net send ${computer} ${cmdText(text, percent[screens.language])}`;
  }
  const id = numberOf(session);
  if (id === undefined) {
    return hasMessenger(screens) ? `net send %COMPUTERNAME% ${cmdText(text, percent[screens.language])}` : undefined;
  }
  if (hasPowerShell(screens)) return powerShellLine(`& msg.exe ${id} ${powerShellArgument(text)}; exit $LASTEXITCODE`);
  return `msg ${id} ${cmdText(text, percent[screens.language])}`;
}

/**
 * Ends a session, with what is not saved in it; undefined when no command of that system can (the console of Windows 2000 without Terminal
 * Services) or when the host's own id is not of the form it must have. Antesala's own session is never ended.
 */
export function logOffLine({ platform }: Pick<Screens, 'platform'>, session: Session): string | undefined {
  if (session.own) return undefined;
  if (platform === 'windows') {
    if (session.kind === 'file-share') {
      const computer = computerOf(session);
      return computer === undefined ? undefined : `net session \\\\${computer} /delete /y`;
    }
    const id = numberOf(session);
    return id === undefined ? undefined : `logoff ${id}`;
  }
  const { id = '' } = session;
  if (session.kind === 'file-share') return /^\d+$/.test(id) ? `smbcontrol ${id} shutdown` : undefined;
  const pid = /^pid-(\d+)$/.exec(id)?.[1];
  if (pid !== undefined) return `kill -HUP ${pid}`;
  return /^[A-Za-z0-9]+$/.test(id) ? `loginctl terminate-session ${id}` : undefined;
}

const percent: Readonly<Record<Language, string>> = { en: 'percent', es: 'por ciento' };

/** Names and addresses of computers come from the network: only what one can be made of goes into a line. */
function computerOf({ id }: Session): string | undefined {
  return id !== undefined && /^[\p{L}\d][\p{L}\d._:-]{0,254}$/u.test(id) ? id : undefined;
}

function numberOf({ id }: Session): string | undefined {
  return id !== undefined && /^\d{1,9}$/.test(id) ? id : undefined;
}
