import { describe, expect, it } from 'vitest';
import { byVersion, newestKernel } from './kernels.js';

describe('kernel releases', () => {
  it('are ordered by their numbers', () => {
    const releases = ['6.1.0-37-amd64', '5.10.0-28-amd64', '6.1.0-9-amd64', '6.1.0-37-rt-amd64', '6.1.0-37'];
    expect(releases.toSorted(byVersion)).toEqual([
      '5.10.0-28-amd64',
      '6.1.0-9-amd64',
      '6.1.0-37',
      '6.1.0-37-amd64',
      '6.1.0-37-rt-amd64',
    ]);
  });

  const table: readonly [string, readonly string[], string | undefined][] = [
    ['5.15.0-101-generic', ['5.15.0-101-generic', '5.15.0-112-generic', '6.5.0-1-lowlatency'], '5.15.0-112-generic'],
    ['6.1.0-37-amd64', [], undefined],
    ['6.1.0', ['6.1.0', '6.2.0'], '6.2.0'],
  ];
  it.each(table)('newest of the flavour of %s', (running, images, newest) => {
    expect(
      newestKernel({
        running,
        foreignHost: false,
        images: new Map(images.map(one => [one, 1])),
        commandLine: [],
        dkms: [],
      }),
    ).toBe(newest);
  });
});
