import { describe, expect, it } from 'vitest';
import { budget, percentage } from './budget.js';

describe('a budget', () => {
  it.each([
    ['20m', { seconds: 1200 }],
    ['1.5h', { seconds: 5400 }],
    ['1,5 h', { seconds: 5400 }],
    ['90s', { seconds: 90 }],
    ['50GB', { bytes: 50e9 }],
    ['512 MiB', { bytes: 512 * 1024 ** 2 }],
  ])('%s', (value, expected) => expect(budget(value)).toEqual(expected));

  it.each(['', '20', 'm', '0m', '-5m', '5 parsecs', '5constructor'])('%j is none', value =>
    expect(() => budget(value)).toThrow(/20m or 2h/),
  );
});

describe('a percentage', () => {
  it.each([
    ['95', 0.95],
    ['0.5', 0.005],
    ['0,5 %', 0.005],
  ])('%s', (value, expected) => expect(percentage(value, '--tolerate')).toBeCloseTo(expected, 9));

  it.each(['0', '100', '-1', 'x', '', '5x'])('%j is none', value =>
    expect(() => percentage(value, '--tolerate')).toThrow(/^--tolerate takes/),
  );
});
