import { type Text, say } from '../../i18n/text.js';
import { HostError } from '../host-error.js';
import { shown } from './ssh/shown.js';
import type { Run } from './ssh/watch.js';

/** Why this machine gave no whole answers. */
export function localFailure(run: Run, asked: number, seconds: number): HostError {
  const { answered, header } = run.output;
  const said = shown(run.stderr.split('\n').find(line => line.trim() !== '') ?? run.output.foreignLine());
  if (run.end === 'too-slow') return new HostError('timeout', tooSlow(answered, asked, seconds));
  if (run.end === 'too-long') return new HostError('cut-off', tooLong(answered, asked));
  return header
    ? new HostError('cut-off', cutOff(answered, asked, said))
    : new HostError('no-executor', cannotRun(said));
}

/** The user or a signal stopped it. */
export function stoppedHere(): HostError {
  return new HostError(
    'stopped',
    say({ en: 'Stopped. Nothing stays behind on this machine.', es: 'Detenido. No queda nada en este equipo.' }),
  );
}

const cannotRun = (said: string): Text =>
  say({
    en: `The questions could not be run on this machine${said === '' ? '' : `; it said: ${said}`}. They need a POSIX shell (\`sh\`) on Linux, PowerShell 4 or Windows Script Host on Windows; check that a policy does not forbid them.`,
    es: `No se pudieron ejecutar las preguntas en este equipo${said === '' ? '' : `; dijo: ${said}`}. Hace falta un intérprete POSIX (\`sh\`) en Linux, o PowerShell 4 o Windows Script Host en Windows; compruebe que ninguna directiva lo impida.`,
  });

const cutOff = (answered: number, asked: number, said: string): Text =>
  say({
    en: f =>
      `This machine stopped answering after ${f.number(answered)} of ${f.plural(asked, '# question', '# questions')}${said === '' ? '' : ` (it said: ${said})`}. Nothing was judged. Run this again; if it breaks off again, look at the free memory.`,
    es: f =>
      `Este equipo dejó de responder tras ${f.number(answered)} de ${f.plural(asked, '# pregunta', '# preguntas')}${said === '' ? '' : ` (dijo: ${said})`}. No se ha evaluado nada. Repita la orden; si vuelve a cortarse, mire la memoria libre.`,
  });

const tooSlow = (answered: number, asked: number, seconds: number): Text =>
  say({
    en: f =>
      `This machine answered only ${f.number(answered)} of ${f.plural(asked, '# question', '# questions')} within ${f.plural(seconds, '# second', '# seconds')}. Run this again when it has less to do, or give it longer with --timeout.`,
    es: f =>
      `Este equipo solo respondió ${f.number(answered)} de ${f.plural(asked, '# pregunta', '# preguntas')} en ${f.plural(seconds, '# segundo', '# segundos')}. Repita la orden cuando tenga menos trabajo, o dele más tiempo con --timeout.`,
  });

const tooLong = (answered: number, asked: number): Text =>
  say({
    en: f =>
      `This machine answered without end; after ${f.number(answered)} of ${f.plural(asked, '# question', '# questions')} the rest was not taken. Please report this.`,
    es: f =>
      `Este equipo respondía sin fin; tras ${f.number(answered)} de ${f.plural(asked, '# pregunta', '# preguntas')} no se aceptó el resto. Comuníquelo, por favor.`,
  });
