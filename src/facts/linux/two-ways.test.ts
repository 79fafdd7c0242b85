import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { batchFor } from '../../engine/batch.js';
import { decodeAnswers } from '../../hosts/decode.js';
import { programOf } from '../../hosts/executors/sh.js';
import type { Answer } from '../../model/answer.js';
import { whyNoPerl } from '../../testing/perl.js';
import { facts } from '../registry.generated.js';

const whyNot = process.platform === 'linux' ? whyNoPerl : 'this is not Linux';
if (whyNot) process.stderr.write(`The two ways of asking a Linux host are not compared: ${whyNot}.\n`);

const batch = batchFor('linux', facts);

/** What differs from one moment to the next, and which processes ask. */
const passing: Readonly<Record<string, (text: string) => string>> = {
  'clock-linux': text => text.replace(/^[\d.]+ [\d.]+$/m, 'uptime'),
  'sessions-linux': text => text.replace(/^\d{10,}$/m, 'now'),
  'ssh-server-linux': text => text.replace(/::session\n[^]*?(?=\n\n|\nSSH_|\nTMUX|\nSTY)/, '::session'),
  'containers-and-virtual-machines-linux': text => text.replace(/^ +\d+ /gm, ''),
  'hardware-linux': text => text.replace(/^cpu MHz.*/m, ''),
  // another root's libraries, which no package here has replaced
  'pending-reboot-linux': text => text.replace(/^\/(?!lib|usr).*/gm, ''),
  // sizes change while tests run
  'boot-linux': text => text.replace(/^(\/dev\/\S+ +\d+) .*$/gm, '$1'),
  'volumes-space-linux': text => text.replace(/^( *\d+) +\d+ +\d+ /gm, '$1 '),
  'volumes-mounts-linux': text => text.replace(/^\d+ \d+ /gm, ''),
  // ports that tests take are the system's choice
  'listening-ports-linux': text => text.replace(/^(?:tcp|udp)6? \S+:[89A-F][\dA-F]{3} .*$/gm, ''),
  'apt-settings': text => text.replace(/::lock\n[^:]*/, '::lock\n').replace(/::cache\n\d+/, '::cache'),
};

function answers(runner: 'perl' | 'plain'): ReadonlyMap<string, Answer> {
  const done = spawnSync('sh', { input: programOf(batch, 'n', runner), maxBuffer: 1 << 28 });
  return decodeAnswers(done.stdout, batch, 'n').answers;
}

/** The lines that matter, in order, since neither awk nor dpkg promises one. */
function lines(id: string, answer: Answer | undefined): readonly string[] {
  if (answer?.state !== 'ok' || !('text' in answer)) return [JSON.stringify(answer)];
  return (passing[id]?.(answer.text) ?? answer.text)
    .split('\n')
    .filter(line => line !== '')
    .toSorted();
}

describe.skipIf(whyNot)('what is asked of Linux hosts', () => {
  const perl = whyNot ? new Map<string, Answer>() : answers('perl');
  const plain = whyNot ? new Map<string, Answer>() : answers('plain');
  // apt's lists are read in Perl only
  const both = batch.questions.map(({ id }) => id).filter(id => id !== 'apt-origins');
  it.each(both)('%s says the same in sh and in Perl', id => {
    expect(lines(id, perl.get(id))).toEqual(lines(id, plain.get(id)));
  });

  it('is told in both, so that a host with perl starts no process for it', () => {
    const questions = batch.questions.filter(question => question.kind === 'command');
    expect(questions.filter(({ perl: code }) => !code).map(({ id }) => id)).toEqual([]);
    expect(plain.get('apt-origins')).toMatchObject({ exit: 127 });
  });
});
