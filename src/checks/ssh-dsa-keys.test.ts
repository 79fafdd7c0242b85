import { expect, it } from 'vitest';
import { anSshServer } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { sshDsaKeys } from './ssh-dsa-keys.js';

it.each([
  ['none', {}, ['pass']],
  ['no server', { installed: false }, ['not-applicable']],
  ['a user', { dsaUsers: ['backup'] }, ['fail']],
  ['not all homes read', { dsaUsers: undefined }, ['unknown']],
  ['the only host key', { hostKeys: [{ file: 'k', type: 'ssh-dss' }] }, ['fail']],
  [
    'one host key of several',
    {
      hostKeys: [
        { file: 'k', type: 'ssh-dss' },
        { file: 'e', type: 'ssh-ed25519' },
      ],
    },
    ['pass'],
  ],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(sshDsaKeys, { sshServer: anSshServer(more) })).toEqual(expected),
);
