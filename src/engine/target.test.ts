import { describe, expect, it } from 'vitest';
import { changedFields, isOurs, targetOf } from './target.js';

const service = { kind: 'service', name: 'S' } as const;
const file = { kind: 'file', path: '/etc/x' } as const;
const from = { start: 'auto', delayed: true, running: true };
const to = { start: 'disabled', delayed: true, running: false };

describe('the target of a change', () => {
  it.each([
    ['as planned', service, from, { start: 'disabled', delayed: true, running: false }],
    [
      'a field the plan is not about stays as found',
      service,
      { start: 'manual', delayed: false, running: false },
      { start: 'disabled', delayed: false, running: false },
    ],
    ['of a file it is the whole state', file, { present: true, base64: 'YQ==' }, to],
  ] as const)('%s', (_, resource, found, expected) => expect(targetOf(resource, found, from, to)).toEqual(expected));
});

describe('what is ours', () => {
  it.each([
    ['as it was', from, true],
    ['as we set it', to, true],
    ['half done', { start: 'disabled', delayed: true, running: true }, true],
    ['another start mode', { start: 'manual', delayed: true, running: false }, false],
    ['a field nobody knew', { ...to, extra: 1 }, false],
  ] as const)('%s', (_, found, expected) => expect(isOurs(found, from, to)).toBe(expected));

  it('changes the fields that differ, also those only one side has', () =>
    expect(changedFields({ present: true, type: 'sz' }, { present: false })).toEqual(['present', 'type']));
});
