import { spawnSync } from 'node:child_process';
import { perlLibrary } from '../hosts/executors/sh/perl-library.js';

/** Why the Perl halves of questions cannot be tested here; nothing when they can. */
export const whyNoPerl = spawnSync('perl', ['-v']).status === 0 ? undefined : 'perl is not installed';

/** What the Perl half of a question prints, by the library of the executor; `undefined` when it dies and the line would be asked. */
export function answeredInPerl(code: string): { readonly out: string | undefined; readonly stderr: string } {
  const program = `${perlLibrary}\nmy $out = Asked::answer($ARGV[0], 1 << 24); die $@ unless defined $out; print $out;`;
  const done = spawnSync('perl', ['-e', program, '--', code], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { out: done.status === 0 ? done.stdout : undefined, stderr: done.stderr };
}
