import { foldCase } from '../../caselog/state.js';
import { identity } from '../../facts/identity.js';
import { type Text, say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import { InputError } from '../../model/input-error.js';
import type { KitCase, KitChange, KitGroup, KitKnown, KitStep } from '../../model/kit.js';
import type { PlanStep } from '../../model/plan.js';
import type { Recording } from '../../model/recording.js';
import type { PlannedChange, PlannedItem } from '../../model/step.js';
import { answeredItems } from '../answers.js';
import { layersOf, reversed } from '../layers.js';
import { FactReader } from '../read.js';
import { caseOf, demandPlan } from './stored.js';

/**
 * What a kit carries of a case. The case's log is only read: the kit's own lines continue it where it ends now.
 *
 * @throws InputError when there is no plan, a step of it is blocked, or a question of it is not answered with yes
 */
export async function kitCase(log: CaseLog, now: Date): Promise<KitCase> {
  const { plan, sha256, recording } = await demandPlan(log);
  const blocked = plan.steps.filter(step => step.state === 'blocked');
  if (blocked.length > 0) throw new InputError(stepsBlocked(blocked.map(step => step.title)));
  const people = plan.steps.flatMap(step => step.items).filter(item => item.kind === 'person');
  const answered = answeredItems(log.events, people, now);
  const open = people.filter(item => !answered.has(item.id));
  if (open.length > 0) throw new InputError(notAnswered(open));
  const { id, name } = caseOf(log.events);
  const steps = plan.steps.map(kitStep);
  const known = knownOf(log);
  return {
    caseId: id,
    caseName: name,
    platform: recording.platform,
    ...serverOf(recording),
    plan: sha256,
    lines: log.linesFrom(1).split('\n').slice(0, -1),
    steps,
    known,
    backOrder: backOrder(steps, known),
  };
}

function serverOf(recording: Recording): { readonly computer: string; readonly system: string } {
  const who = new FactReader(recording).read(identity);
  if (who.state !== 'known') return { computer: '', system: '' };
  const { computer, build, name } = who.value;
  return { computer, system: recording.platform === 'linux' ? name : String(build ?? '') };
}

function kitStep({ step, title, state, items }: PlanStep): KitStep {
  const groups: KitGroup[] = [];
  let changes: PlannedChange[] = [];
  const close = (): void => {
    // A kit does one thing after the other: the layers' order is enough.
    if (changes.length > 0) groups.push({ kind: 'changes', items: layersOf(changes).flat().map(kitChange) });
    changes = [];
  };
  for (const item of items) {
    if (item.kind === 'change') changes.push(item);
    else {
      close();
      groups.push(...actGroup(item));
    }
  }
  close();
  return { step, title, state: state === 'do' || state === 'left-out' ? state : 'nothing', groups };
}

function actGroup(item: Exclude<PlannedItem, PlannedChange>): readonly KitGroup[] {
  switch (item.kind) {
    case 'run': {
      const { id, text, line, timeoutSeconds = standardSeconds, goodExits = [0] } = item;
      return [{ kind: 'run', item: { id, text, line, timeoutSeconds, goodExits } }];
    }
    case 'hand-over':
      return [{ kind: 'hand-over', id: item.id, text: item.text }];
    case 'mail':
    case 'log-off':
      return [{ kind: 'by-hand', text: item.text }];
    case 'person':
      return [];
  }
}

/** A timer that sets things back is not carried: it guards a connection, and whoever runs a kit sits in front of the server. */
function kitChange({ id, text, resource, from, to, lost, after, timeoutSeconds }: PlannedChange): KitChange {
  return {
    id,
    text,
    resource,
    from,
    to,
    ...(lost ? { lost } : {}),
    after,
    timeoutSeconds: timeoutSeconds ?? standardSeconds,
  };
}

const standardSeconds = 60;

function knownOf({ events }: CaseLog): readonly KitKnown[] {
  return [...foldCase(events).changes.values()].map(({ item, resource, was, to, lost, after }) => ({
    item,
    resource,
    was,
    to,
    ...(lost ? { lost } : {}),
    after,
  }));
}

/** What was waited for waits now. */
function backOrder(steps: readonly KitStep[], known: readonly KitKnown[]): readonly string[] {
  const changes = steps.flatMap(({ groups }) => groups.flatMap(group => (group.kind === 'changes' ? group.items : [])));
  const planned = new Set(changes.map(({ id }) => id));
  const earlier = known.filter(({ item }) => !planned.has(item)).map(({ item, after }) => ({ id: item, after }));
  return layersOf(reversed([...earlier, ...changes]))
    .flat()
    .map(({ id }) => id);
}

const stepsBlocked = (titles: readonly Text[]): Text =>
  say({
    en: f =>
      `The plan has ${f.plural(titles.length, '# step that cannot be carried out yet', '# steps that cannot be carried out yet')}: ${f.list(
        titles.map(title => title.en),
        9,
      )}. Look at it with “antesala plan CASE”, mend what is missing or leave the step out with a reason, then make the kit.`,
    es: f =>
      `El plan tiene ${f.plural(titles.length, '# paso que aún no se puede llevar a cabo', '# pasos que aún no se pueden llevar a cabo')}: ${f.list(
        titles.map(title => title.es),
        9,
      )}. Véalo con «antesala plan CASO», resuelva lo que falta u omita el paso indicando el motivo, y cree después el kit.`,
  });

const notAnswered = (items: readonly { readonly id: string; readonly question: Text }[]): Text =>
  say({
    en: f =>
      `Before the kit is made, ${f.plural(items.length, '# question must be answered', '# questions must be answered')} with yes, since nobody can be asked on the server: ${f.list(
        items.map(({ id, question }) => `${id} (${question.en})`),
        9,
      )}. Answer with: antesala attest CASE KEY yes.`,
    es: f =>
      `Antes de crear el kit hay que responder afirmativamente a ${f.plural(items.length, '# pregunta', '# preguntas')}, porque en el servidor no se puede preguntar a nadie: ${f.list(
        items.map(({ id, question }) => `${id} (${question.es})`),
        9,
      )}. Responda con: antesala attest CASO CLAVE yes.`,
  });
