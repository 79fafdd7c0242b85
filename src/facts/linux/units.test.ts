import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../../testing/windows-answers.js';
import { isRunning, unitsOf } from './units.js';

const line = (id: string, active: string) =>
  `${id}\t${active}\tenabled\t/lib/systemd/system/${id}\t\t\t\t a.socket a.socket\tb.timer\tThing\t/x -y`;

describe('units', () => {
  it('sorted by their id, with what they require once', () => {
    const units = unitsOf(
      text(`systemd\n${line('b.service', 'active')}\n${line('a.service', 'inactive')}\nnot a unit\n`),
    );
    expect(units?.units.map(({ id }) => id)).toEqual(['a.service', 'b.service']);
    expect(units?.byId.get('b.service')).toMatchObject({
      requires: ['a.socket'],
      triggeredBy: ['b.timer'],
      command: '/x -y',
    });
    expect([isRunning(units, 'b.service'), isRunning(units, 'a.service'), isRunning(units, 'c.service')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('read from files tell nothing of what runs', () => {
    const units = unitsOf(text(`files\n${line('b.service', 'unknown')}\n`));
    expect(units?.live).toBe(false);
    expect(isRunning(units, 'b.service')).toBeUndefined();
  });

  it('none', () => {
    expect(unitsOf(text('systemd\n'))).toBeUndefined();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), s => void [unitsOf(text(s)), unitsOf(text(`systemd\n${s}\t${s}`))]),
    );
  });
});
