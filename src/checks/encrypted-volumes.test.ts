import { expect, it } from 'vitest';
import { aBoot } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { encryptedVolumes } from './encrypted-volumes.js';

it.each([
  ['none', {}, ['pass']],
  ['LUKS', { encrypted: [{ name: 'data', device: 'UUID=1', options: ['luks'] }] }, ['warn']],
  ['plain with defaults', { encrypted: [{ name: 'swap', device: '/dev/sda2', options: ['plain', 'swap'] }] }, ['fail']],
  [
    'plain, all said',
    {
      encrypted: [
        { name: 'swap', device: '/dev/sda2', options: ['plain', 'cipher=aes-xts-plain64', 'size=512', 'hash=sha256'] },
      ],
    },
    ['warn'],
  ],
] as const)('%s', (_, more, expected) => expect(statesOf(encryptedVolumes, { boot: aBoot(more) })).toEqual(expected));
