import { describe, expect, it } from 'vitest';
import { same } from '../i18n/text.js';
import type { Finding } from '../model/finding.js';
import { rowSections } from '../model/row.js';
import { inReadingOrder } from './order.js';

const finding = (
  key: string,
  row: Finding['row'],
  state: Finding['state'],
  severity: Finding['severity'],
): Finding => ({
  key,
  check: key,
  row,
  section: rowSections[row],
  title: same(key),
  state,
  severity,
  text: same(''),
  sources: [],
});

describe('the order of findings', () => {
  const ordered = [
    finding('data-passes', 'backup-proof', 'pass', 'info'),
    finding('system-blocks', 'updates', 'fail', 'inhibitor'),
    finding('system-blocks-less', 'service-pack', 'fail', 'high'),
    finding('system-blocks-unseen', 'service-pack', 'unknown', 'high'),
    finding('system-fails-lightly', 'service-pack', 'fail', 'medium'),
    finding('system-warns', 'service-pack', 'warn', 'high'),
    finding('system-warns-in-a-later-row-a', 'updates', 'warn', 'high'),
    finding('system-warns-in-a-later-row-b', 'updates', 'warn', 'high'),
    finding('system-warns-least', 'service-pack', 'warn', 'low'),
    finding('hardware', 'disk-space', 'fail', 'inhibitor'),
  ];

  it.each([
    ['turned round', ordered.toReversed()],
    ['rotated', [...ordered.slice(4), ...ordered.slice(0, 4)]],
    ['as it should be', ordered],
  ])('is section, what blocks, state, severity, row, key: %s', (_, given) =>
    expect(inReadingOrder(given).map(({ key }) => key)).toEqual(ordered.map(({ key }) => key)),
  );
});
