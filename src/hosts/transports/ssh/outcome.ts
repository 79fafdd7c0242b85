import { type Text, say } from '../../../i18n/text.js';
import { HostError } from '../../host-error.js';
import { sshDefaults, type SshOptions } from './options.js';
import { shown } from './shown.js';
import type { Run } from './watch.js';

/** The server lets nobody start anything, or not this. */
export function noProcess(said: string): HostError {
  return new HostError('no-executor', cannotRun(said));
}

/** What to say of a run that began to answer but did not come to its end. */
export function brokenRun(run: Run, asked: number, options: SshOptions): HostError {
  const answered = run.output.answered;
  if (run.end === 'too-slow') return new HostError('timeout', tooSlow(answered, asked, totalSeconds(options)));
  if (run.end === 'too-long') {
    return new HostError('cut-off', tooLong(answered, asked, options.maxBytes ?? sshDefaults.maxBytes));
  }
  return new HostError('cut-off', diskFull(run.stderr) ? fullDisk : cutOff(answered, asked, firstLine(run.stderr)));
}

/** What to say of a run that gave no answer at all. */
export function silentRun(run: Run, options: SshOptions): HostError {
  if (run.end === 'too-slow') return new HostError('timeout', hangs(totalSeconds(options)));
  if (run.end === 'no-first-line') {
    return new HostError('timeout', hangs(options.firstLineTimeoutSeconds ?? sshDefaults.firstLineTimeoutSeconds));
  }
  if (diskFull(`${run.output.foreignLine()}\n${run.stderr}`)) return new HostError('cut-off', fullDisk);
  const line = shown(run.output.foreignLine()) || firstLine(run.stderr);
  return noProcess(line);
}

/** The connection broke before anything was answered. */
export function lostConnection(): HostError {
  return new HostError('cut-off', lost);
}

function totalSeconds(options: SshOptions): number {
  return options.totalTimeoutSeconds ?? sshDefaults.totalTimeoutSeconds;
}

function firstLine(text: string): string {
  return shown(text.split('\n').find(line => line.trim() !== '') ?? '');
}

/** ENOSPC as Linux words it in English and Spanish, and as Windows does. */
function diskFull(text: string): boolean {
  return /No space left on device|No queda espacio en el dispositivo|not enough space on the disk|espacio (?:suficiente )?en (?:el )?disco/i.test(
    text,
  );
}

const cannotRun = (said: string) =>
  say({
    en: `The login worked, but the account could not run the questions${said === '' ? ' and the server said nothing' : `; the server said: ${said}`}. It needs an account that may run commands: a POSIX shell (\`sh\`) on Linux, PowerShell 4 or Windows Script Host on Windows. Where that may not be, use \`antesala kit\` on the server itself.`,
    es: `Se pudo iniciar sesión, pero la cuenta no pudo ejecutar las preguntas${said === '' ? ' y el servidor no dijo nada' : `; el servidor dijo: ${said}`}. Hace falta una cuenta que pueda ejecutar órdenes: un intérprete POSIX (\`sh\`) en Linux, PowerShell 4 o Windows Script Host en Windows. Donde no pueda ser, use \`antesala kit\` en el propio servidor.`,
  });

const answersOf = (answered: number, asked: number): Text =>
  say({
    en: f => `${f.number(answered)} of ${f.plural(asked, '# answer', '# answers')} had come`,
    es: f => `habían llegado ${f.number(answered)} de ${f.plural(asked, '# respuesta', '# respuestas')}`,
  });

const cutOff = (answered: number, asked: number, said: string): Text =>
  say({
    en: `The answers were cut off: the connection or the process on the server ended when ${answersOf(answered, asked).en}${said === '' ? '' : ` (the server said: ${said})`}. Nothing was judged from them. Run this again; if it ends at the same place, look at the memory of the server and at its limits for the account.`,
    es: `Las respuestas se cortaron: la conexión o el proceso del servidor terminó cuando ${answersOf(answered, asked).es}${said === '' ? '' : ` (el servidor dijo: ${said})`}. No se ha juzgado nada con ellas. Repita la orden; si se corta en el mismo punto, mire la memoria del servidor y los límites de la cuenta.`,
  });

const tooSlow = (answered: number, asked: number, seconds: number): Text =>
  say({
    en: f =>
      `The server took longer than ${f.plural(seconds, '# second', '# seconds')}; ${answersOf(answered, asked).en}. It was told to stop. Run this again when the server has less to do.`,
    es: f =>
      `El servidor tardó más de ${f.plural(seconds, '# segundo', '# segundos')}; ${answersOf(answered, asked).es}. Se le ha indicado que pare. Repita la orden cuando el servidor tenga menos trabajo.`,
  });

const tooLong = (answered: number, asked: number, bytes: number): Text =>
  say({
    en: f =>
      `The server sent more than ${f.have(bytes)}; ${answersOf(answered, asked).en}. The rest was not taken. Something on it answers without end: look at what its login scripts print.`,
    es: f =>
      `El servidor envió más de ${f.have(bytes)}; ${answersOf(answered, asked).es}. El resto no se ha aceptado. Algo en él responde sin fin: mire qué escriben sus scripts de inicio de sesión.`,
  });

const hangs = (seconds: number): Text =>
  say({
    en: f =>
      `The login worked, but the server has begun no answer within ${f.plural(seconds, '# second', '# seconds')}. Its login scripts, its disk or a network drive may hang: log in by hand and see where it stops.`,
    es: f =>
      `Se pudo iniciar sesión, pero el servidor no ha empezado a responder en ${f.plural(seconds, '# segundo', '# segundos')}. Puede estar colgado un script de inicio de sesión, el disco o una unidad de red: inicie sesión a mano y vea dónde se detiene.`,
  });

const fullDisk = say({
  en: 'A disk of the server is full, so that not even the questions could be answered. Free some space where temporary files go (Linux: /tmp; Windows: %TEMP%) and run this again.',
  es: 'Un disco del servidor está lleno y ni siquiera se pudieron responder las preguntas. Libere espacio donde van los archivos temporales (Linux: /tmp; Windows: %TEMP%) y repita la orden.',
});

const lost = say({
  en: 'The connection broke after the login, before the first answer. Run this again; if it happens again, look at the log of the SSH service on the server.',
  es: 'La conexión se cortó después de iniciar sesión, antes de la primera respuesta. Repita la orden; si se repite, mire el registro del servicio SSH del servidor.',
});
