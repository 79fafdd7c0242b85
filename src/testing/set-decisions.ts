import type { SetDecision } from '../hosts/set-decision.js';
import type { ResourceState } from '../model/resource.js';

/** A `set` after the host has looked. The rows fit every executor: what is `found` is brought about first, then the set is carried out. */
export interface SetCase {
  readonly name: string;
  readonly found: ResourceState | 'absent';
  readonly from: readonly ResourceState[];
  readonly to: ResourceState;
  readonly force?: boolean;
  readonly decision: SetDecision;
}

const nothing: SetDecision = { do: 'nothing' };
const differs: SetDecision = { do: 'leave', as: 'differs' };
const absent: SetDecision = { do: 'leave', as: 'absent' };
const sets = (...fields: string[]): SetDecision => ({ do: 'set', fields });

const auto = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const manual = { start: 'manual', delayed: false, running: true };

/** With the three fields of a service. */
export const serviceSets: readonly SetCase[] = [
  { name: 'as expected', found: auto, from: [auto], to: off, decision: sets('start', 'running') },
  { name: 'done already', found: off, from: [auto], to: off, decision: nothing },
  {
    name: 'half done: disabled, not stopped yet',
    found: { ...auto, start: 'disabled' },
    from: [auto],
    to: off,
    decision: sets('running'),
  },
  {
    name: 'half done the other way: stopped, not disabled',
    found: { ...auto, running: false },
    from: [auto],
    to: off,
    decision: sets('start'),
  },
  { name: 'start mode changed by somebody', found: manual, from: [auto], to: off, decision: differs },
  {
    name: 'a third value in a field we change, the others done',
    found: { ...off, start: 'manual' },
    from: [auto],
    to: off,
    decision: differs,
  },
  {
    name: 'a field we do not change was changed',
    found: { ...auto, delayed: true },
    from: [auto],
    to: off,
    decision: differs,
  },
  {
    name: 'all that we change is done, a field we do not change was changed',
    found: { ...off, delayed: true },
    from: [auto],
    to: off,
    decision: differs,
  },
  {
    name: 'by force, whatever is found',
    found: manual,
    from: [auto],
    to: off,
    force: true,
    decision: sets('start', 'running'),
  },
  {
    name: 'by force, only what differs',
    found: { start: 'disabled', delayed: true, running: false },
    from: [],
    to: off,
    force: true,
    decision: sets('delayed'),
  },
  { name: 'by force, done already', found: off, from: [], to: off, force: true, decision: nothing },
  { name: 'nothing is expected', found: auto, from: [], to: off, decision: differs },
  { name: 'nothing is expected, done already', found: off, from: [], to: off, decision: nothing },
  {
    name: 'the second of two expected states',
    found: manual,
    from: [auto, manual],
    to: off,
    decision: sets('start', 'running'),
  },
  {
    name: 'two expected states are not mixed with each other',
    found: { start: 'manual', delayed: true, running: true },
    from: [manual, { ...auto, delayed: true }],
    to: off,
    decision: differs,
  },
  {
    name: 'a mixture with the second of two expected states',
    found: { ...manual, running: false },
    from: [auto, manual],
    to: off,
    decision: sets('start'),
  },
  { name: 'putting back', found: off, from: [off], to: auto, decision: sets('start', 'running') },
  {
    name: 'putting back, half done',
    found: { ...off, start: 'auto' },
    from: [off],
    to: auto,
    decision: sets('running'),
  },
  {
    name: 'not running before and not after: only the start mode',
    found: { ...auto, running: false },
    from: [{ ...auto, running: false }],
    to: off,
    decision: sets('start'),
  },
  {
    name: 'a field that is not named is none of ours',
    found: { ...auto, delayed: true },
    from: [{ start: 'auto', running: true }],
    to: { start: 'disabled', running: false },
    decision: sets('start', 'running'),
  },
];

/** Of a thing that is not there; files and values say `present` instead. */
export const absentSets: readonly SetCase[] = [
  { name: 'no such thing', found: 'absent', from: [auto], to: off, decision: absent },
  { name: 'no such thing, by force', found: 'absent', from: [auto], to: off, force: true, decision: absent },
];

const here = { present: true, base64: 'YQ==', mode: '644' };
const other = { present: true, base64: 'Yg==', mode: '600' };
const away = { present: false };

/** With the fields of a file on Linux; what is not there has no content. */
export const fileSets: readonly SetCase[] = [
  { name: 'made', found: away, from: [away], to: here, decision: sets('present', 'base64', 'mode') },
  { name: 'made already', found: here, from: [away], to: here, decision: nothing },
  { name: 'somebody made another', found: other, from: [away], to: here, decision: differs },
  {
    name: 'somebody made it with other rights',
    found: { ...here, mode: '600' },
    from: [away],
    to: here,
    decision: differs,
  },
  { name: 'removed', found: here, from: [here], to: away, decision: sets('present') },
  { name: 'removed already', found: away, from: [here], to: away, decision: nothing },
  { name: 'not removed: it is another', found: other, from: [here], to: away, decision: differs },
  { name: 'removed by force', found: other, from: [here], to: away, force: true, decision: sets('present') },
  { name: 'content and rights', found: here, from: [here], to: other, decision: sets('base64', 'mode') },
  {
    name: 'content done, rights not',
    found: { ...other, mode: '644' },
    from: [here],
    to: other,
    decision: sets('mode'),
  },
  { name: 'a third content', found: { ...here, base64: 'Yw==' }, from: [here], to: other, decision: differs },
  { name: 'somebody removed it', found: away, from: [here], to: other, decision: differs },
  {
    name: 'the rights are not named',
    found: here,
    from: [{ present: true, base64: 'YQ==' }],
    to: { present: true, base64: 'Yg==' },
    decision: sets('base64'),
  },
];

const four = { present: true, type: 'dword', value: 4 };

/** With the fields of a registry value. */
export const registrySets: readonly SetCase[] = [
  { name: 'made', found: away, from: [away], to: four, decision: sets('present', 'type', 'value') },
  {
    name: 'another number',
    found: { ...four, value: 2 },
    from: [{ ...four, value: 2 }],
    to: four,
    decision: sets('value'),
  },
  {
    name: 'a number is no text',
    found: { present: true, type: 'sz', value: '4' },
    from: [four],
    to: { ...four, value: 2 },
    decision: differs,
  },
  { name: 'a third number', found: { ...four, value: 3 }, from: [{ ...four, value: 2 }], to: four, decision: differs },
  { name: 'removed by somebody', found: away, from: [four], to: { ...four, value: 2 }, decision: differs },
];
