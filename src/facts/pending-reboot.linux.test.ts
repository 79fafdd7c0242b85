import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { pendingRebootOnLinux } from './pending-reboot.linux.js';

const kernels = (running: string, container: string, ...images: string[]) =>
  text(
    `\n::running\n${running}\n\n::container\n${container}\n\n::boot\n${images.map(one => `vmlinuz-${one} 8000000`).join('\n')}\n`,
  );
const nothing = text('\n::required\n\n::libraries\n');

describe('signs of a pending restart on Linux', () => {
  const table: readonly [string, Parameters<typeof valueWith>[1], readonly [string, string, boolean][]][] = [
    ['none', { signs: nothing, kernels: kernels('6.1.0-37-amd64', 'none', '6.1.0-37-amd64') }, []],
    [
      'the flag with the packages that set it',
      { signs: text('\n::required\n/run/reboot-required\nlibc6\nlinux-image-6.1.0-37-amd64\n'), kernels: nothing },
      [['reboot-required', 'libc6 linux-image-6.1.0-37-amd64', true]],
    ],
    [
      'the flag alone',
      { signs: text('\n::required\n/var/run/reboot-required\n') },
      [['reboot-required', '/var/run/reboot-required', true]],
    ],
    [
      'a newer kernel, by its numbers and not by its letters',
      { signs: nothing, kernels: kernels('6.1.0-9-amd64', 'none', '6.1.0-9-amd64', '6.1.0-37-amd64') },
      [['kernel', '6.1.0-9-amd64 → 6.1.0-37-amd64', true]],
    ],
    [
      'a kernel of another flavour is no reason',
      { signs: nothing, kernels: kernels('6.1.0-9-amd64', 'none', '6.1.0-9-amd64', '6.1.0-37-rt-amd64x') },
      [],
    ],
    [
      'in a container the kernel is the host’s',
      { signs: nothing, kernels: kernels('6.1.0-9-amd64', 'lxc', '6.1.0-9-amd64', '6.1.0-37-amd64') },
      [],
    ],
    [
      'libraries replaced under running programs',
      { signs: text('\n::required\n\n::libraries\n/usr/lib/x86_64-linux-gnu/libssl.so.3\n') },
      [['libraries', '/usr/lib/x86_64-linux-gnu/libssl.so.3', false]],
    ],
  ];
  it.each(table)('%s', (_, given, expected) => {
    const { reasons } = valueWith(pendingRebootOnLinux, given);
    expect(reasons.map(({ kind, detail, certain }) => [kind, detail, certain])).toEqual(expected);
  });

  it('not looked at is not "none"', () => {
    expect(reasonWith(pendingRebootOnLinux, { signs: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() =>
      survivesAnything(pendingRebootOnLinux, ['/run/reboot-required\n6.1.0-9-amd64\nvmlinuz-6.1.0-9-amd64 8']),
    ).not.toThrow();
  });
});
