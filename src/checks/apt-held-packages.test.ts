import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { aptHeldPackages } from './apt-held-packages.js';

it.each([
  ['none', {}, ['pass']],
  ['two', { held: ['a', 'b:i386'] }, ['warn']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptHeldPackages, { apt: anApt(more) })).toEqual(expected));

it('never puts a name that is none into a command', () => {
  const [outcome] = runCheck(aptHeldPackages, { apt: anApt({ held: ['good', 'x; reboot'] }) });
  expect(outcome?.remedy).toMatchObject({ command: 'apt-mark unhold good' });
});
