import { type ChangeState, foldCase } from '../caselog/state.js';
import { type Text, say } from '../i18n/text.js';
import type { CaseLog } from '../model/case-log.js';
import type { CaseEvent, PutBackOutcome } from '../model/event.js';
import { InputError } from '../model/input-error.js';
import type { Acceptance, PutBackItem } from '../model/put-back.js';
import { sameFound } from '../model/resource.js';

/** Who takes which items as they were last found, and why. */
export interface Accepting {
  readonly items: readonly string[];
  readonly by: string;
  readonly reason: string;
}

/**
 * Keeps that a person takes items as the last putting back left them: drifted or gone. All are checked before any is written.
 *
 * @throws InputError when name or reason are missing, or an item was not last found drifted or gone
 */
export async function acceptItems(log: CaseLog, { items, by, reason }: Accepting): Promise<void> {
  if (items.length === 0) return;
  if (by.trim() === '') throw new InputError(noName);
  if (reason.trim() === '') throw new InputError(noReason);
  const { changes } = foldCase(log.events);
  demandItems(changes, items);
  const events = [...new Set(items)].flatMap((item): CaseEvent[] => {
    const change = changes.get(item);
    const found = acceptable(change);
    if (found === undefined) throw new InputError(refusals[change?.putBack ?? 'not-tried'](item));
    if (change && acceptanceOf(change, change.putBack, found)?.counts) return [];
    return [{ type: 'accepted', item, found, by: by.trim(), reason: reason.trim() }];
  });
  if (events.length > 0) await log.append(...events);
}

/**
 * Checks that the items a person names are among those the log says were touched.
 *
 * @throws InputError which lists those that are
 */
export function demandItems(changes: ReadonlyMap<string, ChangeState>, items: Iterable<string>): void {
  for (const item of items) if (!changes.has(item)) throw new InputError(noSuchItem(item, [...changes.keys()]));
}

/** What a person stated of this item, and whether it is of the state that is found now; undefined of one that needs no acceptance. */
export function acceptanceOf(
  { acceptance }: Pick<ChangeState, 'acceptance'>,
  outcome: PutBackOutcome | 'open' | undefined,
  left: PutBackItem['left'],
): Acceptance | undefined {
  if (!acceptance || left === 'unknown' || (outcome !== 'drifted' && outcome !== 'gone')) return undefined;
  const { by, at, reason, found } = acceptance.event;
  return { by, at, reason, found, counts: !acceptance.overtaken && sameFound(found, left) };
}

/** What the last putting back left, when that is something a person can take; what nobody could look at is nothing. */
function acceptable(change: ChangeState | undefined): Exclude<PutBackItem['left'], 'unknown'> | undefined {
  const last = change?.putBackEvent;
  if (!last || (last.outcome !== 'drifted' && last.outcome !== 'gone') || last.left === 'unknown') return undefined;
  return last.left;
}

const noName = say({
  en: 'An item is accepted by somebody: say by whom with --by.',
  es: 'Un elemento lo acepta alguien: indique quién con --by.',
});

const noReason = say({
  en: 'Accepting an item needs a reason (--reason) that somebody else understands.',
  es: 'Para aceptar un elemento hace falta un motivo (--reason) que otra persona entienda.',
});

const noSuchItem = (item: string, items: readonly string[]): Text =>
  items.length === 0
    ? say({
        en: 'Nothing was touched on this server, so there is no item to decide on.',
        es: 'En este servidor no se ha tocado nada, así que no hay ningún elemento sobre el que decidir.',
      })
    : say({
        en: f => `There is no item “${item.slice(0, 200)}” in this case. There are: ${f.list(items, 30)}.`,
        es: f => `En este caso no hay ningún elemento «${item.slice(0, 200)}». Hay estos: ${f.list(items, 30)}.`,
      });

const neverLookedAt = (item: string): Text =>
  say({
    en: `“${item}” was not put back yet, so nobody knows how it is. Run antesala put-back first, look at what it says, then accept.`,
    es: `«${item}» todavía no se ha restaurado, así que no se sabe cómo está. Ejecute primero antesala put-back, mire el resultado y después acepte.`,
  });

const asBefore = (item: string): Text =>
  say({
    en: `“${item}” is as it was before: there is nothing to accept.`,
    es: `«${item}» está como antes: no hay nada que aceptar.`,
  });

const unread = (item: string): Text =>
  say({
    en: `“${item}” could not be looked at to the end, so nobody knows what would be accepted. Run antesala put-back again; only what is drifted or gone can be accepted.`,
    es: `De «${item}» no se pudo comprobar el estado, así que no se sabe qué se aceptaría. Vuelva a ejecutar antesala put-back; solo se puede aceptar lo que otros han cambiado o ya no existe.`,
  });

const failed = (item: string): Text =>
  say({
    en: `“${item}” failed: it cannot be accepted, only what is drifted or gone can. See why on the server, then run antesala put-back again.`,
    es: `«${item}» ha fallado: no se puede aceptar; solo se acepta lo que otros han cambiado o ya no existe. Averigüe el motivo en el servidor y vuelva a ejecutar antesala put-back.`,
  });

const refusals: Readonly<Record<PutBackOutcome | 'open' | 'not-tried', (item: string) => Text>> = {
  'not-tried': neverLookedAt,
  open: unread,
  kept: asBefore,
  restored: asBefore,
  failed,
  drifted: unread,
  gone: unread,
};
