import type { ResourceKind, ResourceState } from '../model/resource.js';

/** What putting back one item comes to, by what is found: a word, or the state that is to be set. The rule of `src/engine/put-back.ts`. */
export interface PutBackCase {
  readonly name: string;
  readonly kind: ResourceKind;
  readonly was: ResourceState;
  readonly to: ResourceState;
  readonly lost?: ResourceState;
  readonly found: ResourceState | 'absent';
  readonly forced?: boolean;
  readonly comesTo: 'gone' | 'kept' | 'drifted' | ResourceState;
}

const auto = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const service = { kind: 'service', was: auto, to: off } as const;
const on = { masked: false, enabled: true, active: true };
const held = { masked: true, enabled: true, active: false };
const unit = { kind: 'unit', was: on, to: held } as const;
const file = (text: string, mode = '644') => ({ present: true, base64: Buffer.from(text).toString('base64'), mode });
const text = { kind: 'file', was: file('a'), to: file('b') } as const;
const command = { kind: 'command', was: { value: 'on' }, to: { value: 'off' } } as const;
const value = (word: string) => ({ present: true, type: 'sz', value: word });

export const putBackCases: readonly PutBackCase[] = [
  { name: 'a service as we set it', ...service, found: off, comesTo: auto },
  { name: 'a service as it was', ...service, found: auto, comesTo: 'kept' },
  { name: 'a service that is gone', ...service, found: 'absent', comesTo: 'gone' },
  { name: 'a service that is gone, by force', ...service, found: 'absent', forced: true, comesTo: 'gone' },
  { name: 'half put back', ...service, found: { ...auto, running: false }, comesTo: auto },
  { name: 'a start mode of somebody else', ...service, found: { ...off, start: 'manual' }, comesTo: 'drifted' },
  { name: 'the same by force', ...service, found: { ...off, start: 'manual' }, forced: true, comesTo: auto },
  {
    name: 'a field we never touched was changed: ours goes back, that one stays',
    ...service,
    found: { ...off, delayed: true },
    comesTo: { ...auto, delayed: true },
  },
  {
    name: 'only a field we never touched was changed',
    ...service,
    found: { ...auto, delayed: true },
    comesTo: 'drifted',
  },
  {
    name: 'as an upgrade leaves it',
    ...service,
    lost: { start: 'manual', delayed: false, running: false },
    found: { start: 'manual', delayed: false, running: false },
    comesTo: auto,
  },
  { name: 'a guard that was not touched', kind: 'service', was: auto, to: auto, found: off, comesTo: 'drifted' },
  {
    name: 'a guard that was lost',
    kind: 'registry-value',
    was: value('a'),
    to: value('a'),
    lost: { present: false },
    found: { present: false },
    comesTo: value('a'),
  },
  {
    name: 'a value as we set it',
    kind: 'registry-value',
    was: value('a'),
    to: value('b'),
    found: value('b'),
    comesTo: value('a'),
  },
  {
    name: 'a value of a third kind',
    kind: 'registry-value',
    was: value('a'),
    to: value('b'),
    found: value('c'),
    comesTo: 'drifted',
  },
  {
    name: 'a value that we made',
    kind: 'registry-value',
    was: { present: false },
    to: value('b'),
    found: value('b'),
    comesTo: { present: false },
  },
  { name: 'a unit as we set it', ...unit, found: held, comesTo: on },
  {
    name: 'a unit that somebody enabled another way',
    ...unit,
    found: { ...held, enabled: false },
    comesTo: { ...on, enabled: false },
  },
  { name: 'a unit half done', ...unit, found: { ...on, active: false }, comesTo: on },
  { name: 'a unit that is gone', ...unit, found: 'absent', comesTo: 'gone' },
  { name: 'a file as we wrote it', ...text, found: file('b'), comesTo: file('a') },
  { name: 'a file of somebody else', ...text, found: file('c'), comesTo: 'drifted' },
  { name: 'a file with another mode', ...text, found: file('b', '600'), comesTo: 'drifted' },
  {
    name: 'a file that we made',
    kind: 'file',
    was: { present: false },
    to: file('b'),
    found: file('b'),
    comesTo: { present: false },
  },
  { name: 'a file that somebody removed', ...text, found: { present: false }, comesTo: 'drifted' },
  { name: 'what a command tells, as we set it', ...command, found: { value: 'off' }, comesTo: { value: 'on' } },
  { name: 'what a command tells, otherwise', ...command, found: { value: 'standby' }, comesTo: 'drifted' },
];
