import { type Text, say } from '../i18n/text.js';
import { type Verdict, blocks } from '../model/assessment.js';
import { type Finding, type State, states } from '../model/finding.js';

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(finding => finding.state === 'fail' && blocks(finding))) return 'not-ready';
  if (findings.some(blocks)) return 'facts-missing';
  return findings.some(finding => finding.state === 'manual') ? 'answers-needed' : 'ready';
}

export function countsOf(findings: readonly Finding[]): Record<State, number> {
  const counts = { ...none };
  for (const finding of findings) counts[finding.state] += 1;
  return counts;
}

const none = Object.fromEntries(states.map(state => [state, 0])) as Record<State, number>;

/** The verdict as a sentence that says what comes next. */
export function verdictText(verdict: Verdict, findings: readonly Finding[]): Text {
  const blocking = findings.filter(blocks);
  const failed = blocking.filter(finding => finding.state === 'fail').length;
  const dark = blocking.length - failed;
  const open = findings.filter(finding => finding.state === 'manual').length;
  switch (verdict) {
    case 'not-ready':
      return say({
        en: f =>
          `${f.plural(failed, '# finding blocks', '# findings block')} the upgrade. Mend what blocks, then assess again.`,
        es: f =>
          `${f.plural(failed, '# hallazgo impide', '# hallazgos impiden')} la actualización. Resuelva lo que la impide y vuelva a evaluar.`,
      });
    case 'facts-missing':
      return say({
        en: f =>
          `${f.plural(dark, '# point that could block', '# points that could block')} could not be looked at. Each says what is missing.`,
        es: f =>
          `No se ${f.plural(dark, 'ha podido comprobar # punto que podría', 'han podido comprobar # puntos que podrían')} impedir la actualización. Cada uno dice qué falta.`,
      });
    case 'answers-needed':
      return say({
        en: f =>
          `Nothing blocks. ${f.plural(open, '# question remains', '# questions remain')} that only a person can answer.`,
        es: f =>
          `Nada lo impide. ${f.plural(open, 'Queda # pregunta', 'Quedan # preguntas')} que solo puede responder una persona.`,
      });
    case 'ready':
      return say({ en: 'Nothing blocks the upgrade.', es: 'Nada impide la actualización.' });
  }
}
