import { describe, expect, it } from 'vitest';
import { upgradeSeen } from './upgrade-seen.js';

const host = (product: string | undefined, version: string, build?: number) => ({ product, version, build });
const sbs = { from: 'sbs2000', to: 'sbs2003' };

describe('the upgrade has happened', () => {
  it.each([
    ['nothing changed', host('sbs2000', '5.0.2195', 2195), host('sbs2000', '5.0.2195', 2195), sbs, 'not-yet'],
    [
      'Windows is new, the rest is not',
      host('sbs2000', '5.0.2195', 2195),
      host('ws2003', '5.2.3790', 3790),
      sbs,
      'half-way',
    ],
    ['all of it', host('sbs2000', '5.0.2195', 2195), host('sbs2003', '5.2.3790', 3790), sbs, 'done'],
    [
      'updates only',
      host('debian12', '12.10'),
      host('debian12', '12.11'),
      { from: 'debian12', to: 'debian13' },
      'not-yet',
    ],
    ['a release', host('debian12', '12.11'), host('debian13', '13.0'), { from: 'debian12', to: 'debian13' }, 'done'],
    [
      'the same product, not yet',
      host('ws2025', '10.0.26100', 26100),
      host('ws2025', '10.0.26100', 26100),
      { from: 'ws2025', to: 'ws2025' },
      'not-yet',
    ],
    [
      'the same product, another build',
      host('ws2025', '10.0.26100', 26100),
      host('ws2025', '10.0.26200', 26200),
      { from: 'ws2025', to: 'ws2025' },
      'done',
    ],
    ['nobody knows what it is now', host('sbs2000', '5.0.2195', 2195), host(undefined, '6.6', 66), sbs, 'unknown'],
    ['nobody ever knew', host(undefined, '1', 1), host(undefined, '1', 1), sbs, 'not-yet'],
  ] as const)('%s', (_title, before, after, path, expected) => expect(upgradeSeen(before, after, path)).toBe(expected));
});
