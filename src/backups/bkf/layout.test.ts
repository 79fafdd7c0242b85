import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedDate } from '../../testing/bkf-builder.js';
import { dateAt, isBlock, isStream, longAt, pointedAt, roundUp } from './layout.js';

describe('layout of Microsoft Tape Format', () => {
  it.each([
    // year 2019, month 11, day 26, hour 15, minute 0, second 7: put together by hand
    [[0x1f, 0x8e, 0xf4, 0xf0, 0x07], Date.UTC(2019, 10, 26, 15, 0, 7)],
    [[0, 0, 0, 0, 0], undefined],
    [[0xff, 0xff, 0xff, 0xff, 0xff], undefined],
  ])('the date %j', (bytes, expected) => expect(dateAt(Buffer.from(bytes), 0)).toBe(expected));

  it('any date comes back', () => {
    const dates = fc.integer({ min: Date.UTC(1980, 0) / 1000, max: Date.UTC(2105, 0) / 1000 });
    fc.assert(fc.property(dates, seconds => dateAt(packedDate(seconds), 0) === seconds * 1000));
  });

  it('zeros are neither a block nor a stream, whatever their sum', () => {
    expect([isBlock(Buffer.alloc(1024)), isStream(Buffer.alloc(22)), isBlock(Buffer.alloc(3))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('an address out of the block points at nothing', () => {
    const block = Buffer.from([4, 0, 8, 0, 9, 9, 9, 9, 1, 2, 3, 4]);
    expect(pointedAt(block, 0)).toEqual(Buffer.from([1, 2, 3, 4]));
    block[0] = 5;
    expect(pointedAt(block, 0)).toHaveLength(0);
  });

  it('numbers larger than any file are none', () => {
    expect(longAt(Buffer.alloc(8, 255), 0)).toBeUndefined();
    expect(longAt(Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]), 0)).toBe(2 ** 32 + 1);
    expect([roundUp(0, 4), roundUp(1, 4), roundUp(4, 4)]).toEqual([0, 4, 4]);
  });
});
