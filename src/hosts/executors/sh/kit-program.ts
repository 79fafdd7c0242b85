import { createHash } from 'node:crypto';
import type { KitCase, KitChange, KitGroup, KitKnown, KitRun, KitStep } from '../../../model/kit.js';
import { type Resource, type ResourceState, resourceName } from '../../../model/resource.js';
import { kitOutcomes, kitWords } from '../kit-words.js';
import { environment } from './environment.js';
import { basics, lines as lineFunctions } from './instructions/basics.js';
import { files } from './instructions/files.js';
import { setting } from './instructions/set.js';
import { unitOrder } from './instructions/unit-order.js';
import { units } from './instructions/units.js';
import { kitDecisions } from './kit/decisions.js';
import { kitLog } from './kit/log.js';
import { kitPrepare } from './kit/prepare.js';
import { kitPutBack } from './kit/put-back.js';
import { kitRoles } from './kit/roles.js';
import { asciiJson, shellWord } from './quote.js';
import { stateWords } from './state-words.js';

/**
 * The program of a case's kit in POSIX sh (dash, bash, busybox), with coreutils or busybox and awk: `sh antesala-kit.sh prepare|put-back`, with
 * `/repeat` and `/force:ITEM` as on Windows, and the same exit codes. It is one compound command, so that all of it is read before any of it is
 * done, and it may replace its own file.
 */
export function shKitProgram(kit: KitCase): string {
  const { caseId, plan, computer, system, lines, backOrder } = kit;
  const last = lines.at(-1) ?? '';
  const numbered = numberedItems(kit);
  const acts = kit.steps.flatMap(step => step.groups.flatMap(actsOf));
  const numbers = new Map([...numbered.keys(), ...acts.map(({ id }) => id)].map((id, index) => [id, index]));
  const number = (id: string): number => numbers.get(id) ?? -1;
  return `#!/bin/sh
# Antesala prepares this server as the plan says, and puts back what it changed: sh antesala-kit.sh prepare|put-back
{
kit_folder=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || kit_folder=.
${environment}
stop_mark=end-kit gone=
${[basics, lineFunctions, setting, units, unitOrder, files].join('\n')}
${[kitLog, kitDecisions, kitPrepare, kitPutBack].join('\n')}
case_id=${shellWord(caseId)} plan=${shellWord(plan)} computer=${shellWord(computer)} system=${shellWord(system)}
carried_lines=${lines.length} carried_hash=${createHash('sha256').update(last).digest('hex')} carried_at=${shellWord(momentOf(last))}
back_order=${shellWord(backOrder.map(number).join(' '))}
carried() {
cat <<'ANTESALA_LINES_END'
${lines.join('\n')}
ANTESALA_LINES_END
}
${texts()}
item() {
key=$1 seeded= lost=
case $1 in
${[...numbered.values()].map(item => `${number(item.id)}) ${itemText(item, number)} ;;`).join('\n')}
${acts.map(act => `${number(act.id)}) ${actText(act)} ;;`).join('\n')}
esac
}
set_line_for() {
set_line= has_line=
case $key$1 in
${[...numbered.values()].flatMap(item => setLines(item, number(item.id))).join('\n')}
esac
}
plan_steps() {
${kit.steps.map(step => stepText(step, kit.steps, number)).join('\n')}
}
${kitRoles}
}
`;
}

type Item = KitKnown & { readonly id: string; readonly change?: KitChange; readonly known?: KitKnown };
type ActItem = Pick<KitRun, 'id' | 'text'> & Partial<KitRun>;

function numberedItems({ steps, known }: KitCase): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>(known.map(one => [one.item, { ...one, id: one.item, known: one }]));
  for (const change of steps.flatMap(step => step.groups.flatMap(changesOf))) {
    const { id, resource, from, to, lost, after } = change;
    items.set(id, {
      item: id,
      id,
      resource,
      was: from,
      to,
      ...(lost ? { lost } : {}),
      after,
      change,
      ...(items.get(id)?.known ? { known: items.get(id)?.known as KitKnown } : {}),
    });
  }
  return items;
}

const changesOf = (group: KitGroup): readonly KitChange[] => (group.kind === 'changes' ? group.items : []);

function actsOf(group: KitGroup): readonly ActItem[] {
  if (group.kind === 'run') return [group.item];
  return group.kind === 'hand-over' ? [{ id: group.id, text: group.text }] : [];
}

function itemText({ id, resource, was, to, lost, after, change, known }: Item, number: (id: string) => number): string {
  const words = (names: string, state: ResourceState): string =>
    stateWords(resource, state)
      .map((word, at) => `${names}${at + 1}=${word}`)
      .join(' ');
  return [
    `kind=${resource.kind} item_id=${shellWord(id)} item_json=${shellWord(asciiJson(id))} name=${shellWord(resourceName(resource))}`,
    `resource_json=${shellWord(asciiOf(resource))} after_json=${shellWord(asciiOf(after))} item_limit=${Math.ceil(change?.timeoutSeconds ?? 60)}`,
    `lost_json=${shellWord(lost ? `,"lost":${asciiOf(lost)}` : '')}`,
    `after_items=${shellWord(
      after
        .map(number)
        .filter(at => at >= 0)
        .join(' '),
    )}`,
    aboutOf(resource),
    words('p', was),
    words('q', to),
    ...(lost ? [`lost=1 ${words('l', lost)}`] : []),
    ...(known
      ? [
          `seeded=1 ${words('s', known.was)}`,
          words('S', known.to).replaceAll(/S([123])=/g, (_, at: string) => `s${Number(at) + 3}=`),
        ]
      : []),
  ].join('\n');
}

function aboutOf(resource: Resource): string {
  switch (resource.kind) {
    case 'unit':
      return `unit=${shellWord(resource.name)}`;
    case 'file':
      return `path=${shellWord(resource.path)}`;
    case 'command':
      return `look_line=${shellWord(resource.look)}`;
    case 'service':
    case 'registry-value':
      throw new RangeError(`Linux has no ${resource.kind}.`);
  }
}

function setLines({ resource }: Item, number: number): readonly string[] {
  if (resource.kind !== 'command') return [];
  return Object.entries(resource.set).map(
    ([value, line]) => `${shellWord(`${number}=${value.trim()}`)}) set_line=${shellWord(line)} has_line=1 ;;`,
  );
}

function actText({ id, text, line, timeoutSeconds, goodExits }: ActItem): string {
  return [
    `item_json=${shellWord(asciiJson(id))} name=${shellWord(id)} what=${shellWord(asciiJson(text.en))}`,
    `text_en=${shellWord(text.en)} text_es=${shellWord(text.es)}`,
    `line_text=${shellWord(line ?? '')} good_exits=${shellWord((goodExits ?? [0]).join(' '))} item_limit=${Math.ceil(timeoutSeconds ?? 60)}`,
  ].join('\n');
}

function stepText(
  { step, title, state, groups }: KitStep,
  all: readonly KitStep[],
  number: (id: string) => number,
): string {
  const name = shellWord(asciiJson(step));
  const at = `[${all.findIndex(one => one.step === step) + 1}/${all.length}] `;
  if (state !== 'do') return `if begin_step ${name}; then end_step ${name} ${state}; fi`;
  const work = groups.map(group => `if [ $outcome = done ]; then ${groupText(group, name, number)}; fi`);
  return `if begin_step ${name} ${shellWord(at + title.en)} ${shellWord(at + title.es)}; then
${work.join('\n')}
end_step ${name} $outcome
fi`;
}

function groupText(group: KitGroup, step: string, number: (id: string) => number): string {
  switch (group.kind) {
    case 'changes':
      return `changes ${step} ${group.items.map(({ id }) => number(id)).join(' ')}`;
    case 'run':
      return `run_act ${step} ${number(group.item.id)}`;
    case 'hand-over':
      return `hand_over ${step} ${number(group.id)}`;
    case 'by-hand':
      return `by_hand ${shellWord(group.text.en)} ${shellWord(group.text.es)}`;
  }
}

function texts(): string {
  const all = Object.entries(kitWords('linux'));
  const of = (language: 'en' | 'es'): string =>
    `text_${language}() {\ncase $1 in\n${all
      .map(([name, text]) => `${name}) text=${shellWord(text[language])} ;;`)
      .join('\n')}\nesac\nshift\nfilled "$text" "$@"\n}`;
  const outcomes = Object.entries(kitOutcomes).map(([name, words]) => `${name}) printf '%s' ${shellWord(words)} ;;`);
  return `${of('en')}\n${of('es')}\noutcome_word() {\ncase $1 in\n${outcomes.join('\n')}\nesac\n}`;
}

function momentOf(line: string): string {
  return /"at":"([^"]+)"/.exec(line)?.[1] ?? '';
}

function asciiOf(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
