import { describe, expect, it } from 'vitest';
import { MemoryLog } from '../caselog/memory-log.js';
import { foldCase } from '../caselog/state.js';
import type { Resource, ResourceState } from '../model/resource.js';
import { sampleEvents } from '../testing/case-events.js';
import { acceptedByPeople } from './expected.js';

const service: Resource = { kind: 'service', name: 'Norton' };
const unit: Resource = { kind: 'unit', name: 'acme/x.service' };
const byHand = { start: 'manual', delayed: false, running: false };

async function accepted(resource: Resource, found: ResourceState | 'absent', left = found) {
  const log = new MemoryLog('c', { now: () => new Date(0), actor: 'ana@x' });
  await log.append(
    { ...sampleEvents.intent, resource },
    { ...sampleEvents['put-back'], outcome: found === 'absent' ? 'gone' : 'drifted', left: found },
    { ...sampleEvents.accepted, found },
    { ...sampleEvents['put-back'], outcome: left === 'absent' ? 'gone' : 'drifted', left },
  );
  return acceptedByPeople(foldCase(log.events).changes.values());
}

describe('changes that a person accepted', () => {
  it.each<[string, Resource, ResourceState | 'absent', string, string | undefined, boolean]>([
    ['gone', service, 'absent', 'Norton', undefined, true],
    ['gone, and there is another', service, 'absent', 'Nortons', undefined, false],
    ['gone, and what is said of it', service, 'absent', 'Norton/dependents/x', undefined, false],
    ['the start mode', service, byHand, 'Norton/startMode', 'manual', true],
    ['another start mode', service, byHand, 'Norton/startMode', 'disabled', false],
    ['that it stands still', service, byHand, 'Norton/state', 'stopped', true],
    ['not that it failed', service, byHand, 'Norton/state', 'failed', false],
    ['not that it stands still when it ran', service, { ...byHand, running: true }, 'Norton/state', 'stopped', false],
    ['that it is there when it is gone', service, byHand, 'Norton', undefined, false],
    ['the account', service, byHand, 'Norton/account', 'x', false],
    ['a delayed start', service, { ...byHand, delayed: true }, 'Norton/delayedStart', 'true', true],
    [
      'a unit masked',
      unit,
      { masked: true, enabled: true, active: false },
      'acme∕x.service/unitFileState',
      'masked',
      true,
    ],
    ['its mode', unit, { masked: true, enabled: true, active: false }, 'acme∕x.service/startMode', 'disabled', true],
    [
      'a unit disabled',
      unit,
      { masked: false, enabled: false, active: false },
      'acme∕x.service/unitFileState',
      'disabled',
      true,
    ],
    [
      'not masked as well',
      unit,
      { masked: false, enabled: false, active: false },
      'acme∕x.service/unitFileState',
      'masked',
      false,
    ],
    ['not enabled', unit, { masked: false, enabled: false, active: false }, 'acme∕x.service/startMode', 'auto', false],
  ])('%s', async (_, resource, found, entry, after, taken) => {
    const by = (await accepted(resource, found))('services', { entry, before: 'x', after });
    expect(by?.reason).toBe(taken ? sampleEvents.accepted.reason : undefined);
  });

  it('not of another fact, nor once it was found otherwise', async () => {
    const change = { entry: 'Norton/startMode', before: 'auto', after: 'manual' };
    expect((await accepted(service, byHand))('applications', change)).toBeUndefined();
    expect((await accepted(service, byHand, 'absent'))('services', change)).toBeUndefined();
  });
});
