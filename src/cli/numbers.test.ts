import { describe, expect, it } from 'vitest';
import { CliError } from './cli-error.js';
import { moment, wholeNumber } from './numbers.js';

describe('wholeNumber', () => {
  it.each([
    ['1', 1],
    ['25', 25],
    ['500', 500],
  ])('%s is taken', (value, expected) => expect(wholeNumber(value, '--parallel', 1, 500)).toBe(expected));
  it.each(['0', '501', '-1', '1.5', '1e2', 'many', '', ' 3'])('%j is refused', value =>
    expect(() => wholeNumber(value, '--parallel', 1, 500)).toThrow(CliError),
  );
});

describe('moment', () => {
  it.each([
    ['2027-01-12', '2027-01-12T00:00:00.000Z'],
    ['2027-01-12T18:30', '2027-01-12T18:30:00.000Z'],
    ['2027-01-12T18:30:05Z', '2027-01-12T18:30:05.000Z'],
    ['2027-01-12T18:30:05+01:00', '2027-01-12T17:30:05.000Z'],
  ])('%s is taken', (value, expected) => expect(moment(value, '--at').toISOString()).toBe(expected));
  it.each(['tomorrow', '12/01/2027', '2027-13-01', '2027-02-32', ''])('%j is refused', value =>
    expect(() => moment(value, '--at')).toThrow(CliError),
  );
});
