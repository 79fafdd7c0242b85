import type { Instruction, Set } from '../../../model/instruction.js';
import type { Resource, ResourceState } from '../../../model/resource.js';
import { wireMark } from '../../wire.js';
import { basics, lines } from './instructions/basics.js';
import { copies } from './instructions/copy.js';
import { deadMan } from './instructions/dead-man.js';
import { files } from './instructions/files.js';
import { setting } from './instructions/set.js';
import { unitOrder } from './instructions/unit-order.js';
import { units } from './instructions/units.js';
import { asciiJson, shellWord } from './quote.js';
import { stateWords } from './state-words.js';

const defaults = { seconds: 60, bytes: 1024 * 1024 } as const;

/**
 * Carries out instructions in POSIX sh (dash, bash, busybox), one after the other, with the programs every Debian has (coreutils, sed).
 * It is one compound command, so that all of it is read before any of it is done. SIGHUP, SIGTERM, or nobody listening any more let
 * the instruction at hand come to its end, and no other begin.
 *
 * @param environment lines of sh that make it a predictable one
 * @throws RangeError when a nonce, a case's or a dead-man's id is not letters, digits and dashes, or a text holds a NUL
 */
export function instructionProgramOf(instructions: readonly Instruction[], nonce: string, environment: string): string {
  const mark = shellWord(`${wireMark}${plain(nonce)} `);
  const library = [basics, lines, setting, units, unitOrder, files, copies, deadMan].join('\n');
  return `{
${environment}
mark=${mark} gone= asked=0
library=${shellWord(`stop_mark=end-${nonce}\n${library}`)}
${start}
${groupsOf(instructions).map(groupText).join('\n')}
clock
if [ ! "$gone" ]; then printf '%s{"end":%s,"ms":%s}\\n' "$mark" $asked $(((now - started) * 10)); fi
}
`;
}

/** A signal that is caught is as usual again for what is started; one that is ignored would be ignored there, too. */
const start = `if ! command -v base64 >/dev/null 2>&1; then echo 'the program base64 is missing' >&2; exit 1; fi
eval "$library"
trap 'gone=1' HUP INT TERM PIPE
plain() { printf '%s' "$1" | LC_ALL=C tr -c ' !#-[]-~' '?'; }
elevated=false
if [ "$(id -u 2>/dev/null)" = 0 ]; then elevated=true; fi
clock
started=$now
printf '%s{"answers":1,"executor":"sh","engine":"%s","computer":"%s","elevated":%s,"clock":%s}\\n' "$mark" \\
  "$(plain "\${BASH_VERSION:+bash $BASH_VERSION, }$(uname -srm)")" "$(plain "$(uname -n)")" $elevated "$(date +%s)" 2>/dev/null || gone=1`;

/** As many units are begun together at most: what was begun is finished, also when nobody listens any more. */
const largestGroup = 32;

/** Instructions one by one, but sets of units together that stand one after the other. */
function groupsOf(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const groups: Instruction[][] = [];
  for (const instruction of instructions) {
    const last = groups.at(-1);
    const together = isUnitSet(instruction) && last?.[0] && isUnitSet(last[0]) && last.length < largestGroup;
    if (together) last.push(instruction);
    else groups.push([instruction]);
  }
  return groups;
}

function isUnitSet(instruction: Instruction): instruction is Set {
  return instruction.kind === 'set' && instruction.resource.kind === 'unit' && !instruction.deadMan;
}

function groupText(group: readonly Instruction[]): string {
  const counted = `asked=$((asked + ${group.length}))`;
  const [first] = group;
  if (group.length === 1 && first) return `${counted}\nif ${beginning(first)}; then\n${bodyOf(first)}\nfi`;
  const items = group.filter(isUnitSet).map((set, at) => {
    const how = `force=${set.force ? '1' : ''}\n${aboutSet(set.resource, set.to)}`;
    return `${at}) ${beginning(set, 'group')}\n${how}\n$2 $1${expectedWords(set.resource, set.from)} ;;`;
  });
  const numbers = items.map((_, at) => at).join(' ');
  const each = (phase: string): string => `for number in ${numbers}; do item $number ${phase}; done`;
  return `${counted}
item() { case $1 in
${items.join('\n')}
esac; }
if [ ! "$gone" ]; then
limit=${defaults.seconds} id=
${each('plan_unit')}
settle
${each('close_planned')}
begin_stops
${each('stop_planned')}
settle
${each('finish_unit')}
fi`;
}

/** What a group has begun is finished, whether anybody listens or not. */
function beginning({ id, timeoutSeconds = defaults.seconds }: Instruction, group?: 'group'): string {
  const limit = Math.max(1, Math.ceil(timeoutSeconds));
  return group ? `id=${shellWord(asciiJson(id))} limit=${limit}` : `begin ${shellWord(asciiJson(id))} ${limit}`;
}

function bodyOf(instruction: Instruction): string {
  switch (instruction.kind) {
    case 'look': {
      const about = aboutOf(instruction.resource, {});
      return about ? `${about}\nlook ${instruction.resource.kind}` : unsupported(instruction.resource);
    }
    case 'set':
      return setOf(instruction);
    case 'run':
      return `run ${shellWord(instruction.line)} ${Math.ceil(instruction.maxBytes ?? defaults.bytes)}`;
    case 'keep-copy':
      return `keep_copy ${plain(instruction.caseId)} ${Math.trunc(instruction.offset)} ${shellWord(instruction.text)}`;
    case 'disarm':
      return `disarm ${plain(instruction.deadManId)}`;
  }
}

function setOf({ resource, from, to, force, deadMan: timer }: Set): string {
  const put = putOf(resource, from, to);
  if (put === undefined) return unsupported(resource);
  const [first] = from;
  if (timer && !first) throw new RangeError('A dead-man needs a state to set again.');
  const back = timer && first && putOf(resource, [to], first);
  const armed = back
    ? `dead_man=${plain(timer.id)} dead_man_seconds=${Math.ceil(timer.seconds)}\ndead_man_back=${shellWord(`force= dead_man=\n${back}`)}`
    : 'dead_man=';
  return `force=${force ? '1' : ''}\n${armed}\n${put}`;
}

function putOf(resource: Resource, from: readonly ResourceState[], to: ResourceState): string | undefined {
  const about = aboutSet(resource, to);
  return about && `${about}\nput ${resource.kind}${expectedWords(resource, from)}`;
}

function aboutSet(resource: Resource, to: ResourceState): string | undefined {
  const [t1, t2, t3] = stateWords(resource, to);
  const about = aboutOf(resource, to);
  return about && `${about}\nt1=${t1} t2=${t2} t3=${t3}`;
}

function expectedWords(resource: Resource, from: readonly ResourceState[]): string {
  return from
    .flatMap(state => stateWords(resource, state))
    .map(word => ` \\\n${word}`)
    .join('');
}

/** What the functions of a kind need to know of the resource; nothing for kinds this system does not have. */
function aboutOf(resource: Resource, to: ResourceState): string | undefined {
  switch (resource.kind) {
    case 'unit':
      return `unit=${shellWord(resource.name)}`;
    case 'file':
      return `path=${shellWord(resource.path)}`;
    case 'command': {
      const value = String(to['value'] ?? '');
      const line = Object.hasOwn(resource.set, value) ? resource.set[value] : undefined;
      return `look_line=${shellWord(resource.look)} set_line=${shellWord(line ?? '')} has_line=${line === undefined ? '' : 1}`;
    }
    case 'service':
    case 'registry-value':
      return undefined;
  }
}

function unsupported({ kind }: Resource): string {
  return `not_done unsupported 'this system has no ${kind}'`;
}

/** A name that may stand in a path and in a line of sh as it is. */
function plain(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(name)) throw new RangeError('An id is made of letters, digits and dashes.');
  return name;
}
