import { say } from '../i18n/text.js';
import type { ProofProgress } from '../proof/prove.js';
import type { Context } from './context.js';

/** Often enough to be followed, seldom enough to cost nothing. */
const every = { text: 200, json: 1000 };

/** Tells on standard error how far a proof is: a line that is overwritten, or one JSON object a line for programs. */
export function proofProgress({ terminal, now }: Context, form: 'text' | 'json'): (progress: ProofProgress) => void {
  const started = now().getTime();
  let last = { phase: '', at: 0 };
  return progress => {
    const at = now().getTime();
    if (progress.phase === last.phase && at - last.at < every[form]) return;
    last = { phase: progress.phase, at };
    const seconds = (at - started) / 1000;
    const rate = seconds > 0 ? Math.round(progress.bytes / seconds) : 0;
    if (form === 'json') {
      terminal.progress(
        JSON.stringify({ schema: 'antesala.progress/1', ...progress, seconds, bytesPerSecond: rate }),
        true,
      );
      return;
    }
    const { files, bytes, phase } = progress;
    const text = say({
      en: f =>
        [
          phases[phase].en,
          f.plural(files, '# file', '# files'),
          ...(bytes > 0 ? [f.have(bytes), `${f.have(rate)}/s`] : []),
        ].join(' · '),
      es: f =>
        [
          phases[phase].es,
          f.plural(files, '# archivo', '# archivos'),
          ...(bytes > 0 ? [f.have(bytes), `${f.have(rate)}/s`] : []),
        ].join(' · '),
    });
    terminal.progress(terminal.t(text));
  };
}

const phases = {
  originals: say({ en: 'Counting the originals', es: 'Contando los originales' }),
  backup: say({ en: 'Reading the list of the backup', es: 'Leyendo el contenido de la copia' }),
  compare: say({ en: 'Comparing', es: 'Comparando' }),
};
