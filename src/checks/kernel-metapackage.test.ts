import { expect, it } from 'vitest';
import { aKernel } from '../testing/linux-facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { kernelMetapackage } from './kernel-metapackage.js';

const identity = { architecture: 'x64' };

it.each([
  ['installed', {}, 'pass'],
  ['missing', { metapackages: [] }, 'warn'],
  ['a container', { metapackages: [], foreignHost: true }, 'not-applicable'],
])('%s', (_, more, expected) =>
  expect(statesOf(kernelMetapackage, { kernel: aKernel(more), identity })).toEqual([expected]),
);

it('names the package of the architecture', () =>
  expect(
    runCheck(kernelMetapackage, { kernel: aKernel({ metapackages: [] }), identity: { architecture: 'arm64' } })[0]
      ?.remedy,
  ).toMatchObject({
    command: 'apt-get install linux-image-arm64',
  }));
