import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text, timedOut } from '../testing/windows-answers.js';
import { hardwareOnLinux } from './hardware.linux.js';

const server = `
::cpu
model name	: Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz
cpu MHz		: 2294.608
flags		: fpu sse4_2 popcnt nx cx16 lahf_lm

::count
32 2 32

::max
3900000

::memory
MemTotal:       131662044 kB

::dmi
sys_vendor:Dell Inc.
product_name:PowerEdge R640
bios_vendor:Dell Inc.
bios_version:2.21.2
bios_date:02/19/2024

::virtual
none

::firmware
uefi

::secure
   1

::tpm
2
looked
`;

describe('hardware of a Linux server', () => {
  it('a physical server (from documentation)', () => {
    expect(valueWith(hardwareOnLinux, { machine: text(server) })).toEqual({
      maker: 'Dell Inc.',
      model: 'PowerEdge R640',
      virtual: false,
      processor: {
        model: 'Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz',
        sockets: 2,
        cores: 32,
        logical: 32,
        megahertz: 3900,
        features: ['fpu', 'sse4_2', 'popcnt', 'nx', 'cx16', 'lahf_lm'],
      },
      memoryBytes: 131662044 * 1024,
      firmware: { vendor: 'Dell Inc.', version: '2.21.2', date: '2024-02-19' },
      uefi: true,
      secureBoot: true,
      tpm: { present: true, version: '2.0' },
    });
  });

  const virtual: readonly [string, unknown][] = [
    ['none', false],
    ['vmware', 'vmware'],
    ['microsoft', 'hyper-v'],
    ['kvm', 'kvm'],
    ['amazon', 'kvm'],
    ['oracle', 'virtualbox'],
    ['docker', 'container'],
    ['lxc', 'container'],
    ['bochs', 'other'],
    ['hypervisor', 'other'],
    ['constructor', 'other'],
  ];
  it.each(virtual)('systemd-detect-virt says %s', (word, expected) => {
    expect(valueWith(hardwareOnLinux, { machine: text(`\n::virtual\n${word}\n`) }).virtual).toBe(expected);
  });

  it('what the machine does not tell is unknown, and BIOS has no Secure Boot', () => {
    expect(
      valueWith(hardwareOnLinux, { machine: text('\n::cpu\n\n::tpm\nlooked\n\n::firmware\nbios\n') }),
    ).toMatchObject({
      maker: undefined,
      virtual: undefined,
      memoryBytes: undefined,
      uefi: false,
      secureBoot: false,
      tpm: { present: false },
    });
    expect(valueWith(hardwareOnLinux, { machine: text('\n::cpu\n') })).toMatchObject({
      uefi: undefined,
      tpm: undefined,
    });
    expect(reasonWith(hardwareOnLinux, { machine: timedOut }).en).toContain('in time');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(hardwareOnLinux, [server])).not.toThrow();
  });
});
