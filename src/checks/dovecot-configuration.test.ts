import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { dovecotConfiguration } from './dovecot-configuration.js';

it.each([
  [['dovecot', 'postfix'], 'warn'],
  [['exim4'], 'not-applicable'],
  [[], 'not-applicable'],
])('%j: %s', (software, expected) =>
  expect(statesOf(dovecotConfiguration, { mail: { software } })).toEqual([expected]),
);
