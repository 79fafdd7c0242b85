import { type Text, say } from '../i18n/text.js';
import type { ChangeOutcome, GatherPurpose, PutBackOutcome, RunKind, StepOutcome } from '../model/event.js';

/** The words of a case log, one for each thing that can be said. */
export const gatherTexts: Readonly<Record<GatherPurpose, Text>> = {
  assess: say({ en: 'for an assessment', es: 'para una evaluación' }),
  plan: say({ en: 'for the plan', es: 'para el plan' }),
  prepare: say({ en: 'before preparing', es: 'antes de preparar' }),
  gate: say({ en: 'for the decision', es: 'para la decisión' }),
  'put-back': say({ en: 'before putting back', es: 'antes de restaurar' }),
  after: say({ en: 'after the upgrade', es: 'después de la actualización' }),
};

export const runTexts: Readonly<Record<RunKind, Text>> = {
  prepare: say({ en: 'Preparation', es: 'Preparación' }),
  'put-back': say({ en: 'Putting back', es: 'Restauración' }),
  'kit-prepare': say({ en: 'Preparation by the kit', es: 'Preparación con el kit' }),
  'kit-put-back': say({ en: 'Putting back by the kit', es: 'Restauración con el kit' }),
};

export const stepOutcomeTexts: Readonly<Record<StepOutcome, Text>> = {
  done: say({ en: 'done', es: 'hecho' }),
  failed: say({ en: 'failed', es: 'ha fallado' }),
  nothing: say({ en: 'nothing to do', es: 'nada que hacer' }),
  'left-out': say({ en: 'left out', es: 'omitido' }),
  waiting: say({ en: 'waits for a person', es: 'espera a una persona' }),
};

export const changeOutcomeTexts: Readonly<Record<ChangeOutcome, Text>> = {
  changed: say({ en: 'changed', es: 'cambiado' }),
  already: say({ en: 'was so already', es: 'ya estaba así' }),
  'left-alone': say({
    en: 'left alone, since it was in a state that the plan did not know',
    es: 'no se ha tocado, porque estaba en un estado que el plan no conocía',
  }),
  absent: say({ en: 'not there', es: 'no existe' }),
  failed: say({ en: 'could not be changed', es: 'no se ha podido cambiar' }),
  unknown: say({ en: 'nobody knows what became of it', es: 'no se sabe qué ha pasado' }),
};

export const putBackTexts: Readonly<Record<PutBackOutcome, Text>> = {
  kept: say({ en: 'already as it was before', es: 'ya está como antes' }),
  restored: say({ en: 'put back as it was before', es: 'restaurado como estaba' }),
  drifted: say({
    en: 'somebody changed it since; left alone',
    es: 'alguien lo ha cambiado después; no se ha tocado',
  }),
  gone: say({ en: 'no longer there', es: 'ya no existe' }),
  failed: say({ en: 'could not be put back', es: 'no se ha podido restaurar' }),
};
