import { expect, it } from 'vitest';
import { aBoot } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { grubInstallDevices } from './grub-install-devices.js';

it.each([
  ['there', {}, ['pass']],
  ['EFI', { loader: 'grub-efi', installDevices: undefined }, ['not-applicable']],
  [
    'a disk that is gone',
    {
      installDevices: [
        { device: '/dev/sda', exists: true },
        { device: '/dev/sdb', exists: false },
      ],
    },
    ['fail'],
  ],
  ['none noted', { installDevices: [] }, ['fail']],
  ['not read', { installDevices: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) => expect(statesOf(grubInstallDevices, { boot: aBoot(more) })).toEqual(expected));
