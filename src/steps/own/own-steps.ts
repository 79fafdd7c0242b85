import { same, say } from '../../i18n/text.js';
import type { PlanStep } from '../../model/plan.js';
import type { OwnStep, PlanChoices } from '../../model/plan-choices.js';
import { resourceName } from '../../model/resource.js';
import type { PlannedItem } from '../../model/step.js';

/** The steps that a person added, as they stand in a plan: with an undo and a look like all others, or said to have none. */
export function ownSteps({ own }: Pick<PlanChoices, 'own'>): readonly PlanStep[] {
  return own.map(one => ({
    step: `own-${one.id}`,
    phase: 'preparation',
    title: same(one.title),
    why: addedByHand,
    state: 'do',
    text:
      one.kind === 'reversible'
        ? say({
            en: `From “${one.from.value}” to “${one.to.value}”, and back afterwards.`,
            es: `De «${one.from.value}» a «${one.to.value}», y de vuelta después.`,
          })
        : say({ en: `Without an undo: ${one.reason}`, es: `Sin vuelta atrás: ${one.reason}` }),
    items: [itemOf(one)],
    leftOut: [],
  }));
}

function itemOf(one: OwnStep): PlannedItem {
  if (one.kind === 'irreversible') {
    return {
      id: `own-${one.id}/run`,
      kind: 'run',
      text: same(one.title),
      line: one.line,
      irreversible: same(one.reason),
      seconds: 60,
    };
  }
  const resource = {
    kind: 'command',
    name: one.id,
    look: one.look,
    set: { [one.from.value]: one.from.line, [one.to.value]: one.to.line },
  } as const;
  return {
    id: `own-${one.id}/${resourceName(resource)}`,
    kind: 'change',
    text: same(one.title),
    resource,
    from: { value: one.from.value },
    to: { value: one.to.value },
    after: [],
    seconds: 60,
  };
}

const addedByHand = say({
  en: 'Added by the person who made this plan.',
  es: 'Lo añadió la persona que hizo este plan.',
});
