import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { driversOnLinux } from './drivers.linux.js';

const modules = `
::taint
nvidia POE 535.183.01
zfs PO 2.1.11-1+deb12u1
v4l2loopback OE 
staging_thing C 

::extra
/lib/modules/6.1.0-37-amd64/updates/dkms/zfs.ko
/lib/modules/6.1.0-37-amd64/extra/my-card.ko.xz

::loaded
nvidia
zfs
my_card
`;
const kernels = `
::running
6.1.0-37-amd64

::boot
vmlinuz-6.1.0-37-amd64 8000000

::dkms
.
./zfs/2.1.11/6.1.0-37-amd64/x86_64
./zfs/2.1.11
./wireguard-linux/1.0
`;

describe('modules of a Linux server that are not the distribution’s', () => {
  it('by taint, folder and DKMS (from the kernel’s and DKMS’s documentation)', () => {
    const found = valueWith(driversOnLinux, { modules: text(modules), kernels: text(kernels) });
    expect(
      found.map(({ name, running, version, signed, thirdParty }) => [name, running, version, signed, thirdParty]),
    ).toEqual([
      ['nvidia', true, '535.183.01', false, true],
      ['zfs', true, '2.1.11-1+deb12u1', true, true],
      ['v4l2loopback', true, undefined, false, true],
      ['my_card', true, undefined, undefined, true],
      ['wireguard_linux', false, '1.0', undefined, true],
    ]);
    expect(found[1]?.program).toBe('/lib/modules/6.1.0-37-amd64/updates/dkms/zfs.ko');
  });

  it('none is an empty list; whether a module is loaded may be unknown', () => {
    expect(valueWith(driversOnLinux, { modules: text('\n::taint\n\n::extra\n\n::loaded\n') })).toEqual([]);
    expect(valueWith(driversOnLinux, { modules: text('\n::extra\n/lib/modules/6/extra/a.ko\n') })).toMatchObject([
      { running: undefined },
    ]);
  });

  it('survives anything', () => {
    expect(() => survivesAnything(driversOnLinux, [modules, kernels])).not.toThrow();
  });
});
