import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandQuestion } from '../../../model/question.js';
import { whyNoPerl } from '../../../testing/perl.js';
import { type Decoded, decodeAnswers } from '../../decode.js';
import { programOf } from '../sh.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-perl-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
process.env['ANTESALA_TEST_RUN'] = folder;

function ask(questions: readonly CommandQuestion[], runner: 'perl' | 'plain' | 'whichever' = 'perl'): Decoded {
  const batch = { questions, avoidDrives: [] };
  const done = spawnSync('sh', { input: programOf(batch, 'n', runner), maxBuffer: 1 << 26 });
  return decodeAnswers(done.stdout, batch, 'n');
}

const question = (id: string, perl: string, more: Partial<CommandQuestion> = {}): CommandQuestion => ({
  kind: 'command',
  id,
  line: `echo ${id} by sh`,
  perl,
  ...more,
});

/** What was started here and still runs. */
function left(): string[] {
  return readdirSync('/proc').filter(pid => {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`ANTESALA_TEST_RUN=${folder}\0`)) return false;
      return /^(sleep|perl)$/.test(readFileSync(`/proc/${pid}/comm`, 'latin1').trim());
    } catch {
      return false;
    }
  });
}

describe.skipIf(whyNoPerl)('questions told in Perl (need perl)', () => {
  it('are answered in one process for all, where perl is', () => {
    const asked = ['a', 'b', 'c'].map(id => question(id, String.raw`put("$$\n")`));
    const { answers, complete } = ask(asked, 'whichever');
    const texts = asked.map(({ id }) => answers.get(id)).map(answer => answer && 'text' in answer && answer.text);
    expect([complete, new Set(texts).size, [...answers.keys()]]).toEqual([true, 1, ['a', 'b', 'c']]);
    expect(texts[0]).toMatch(/^\d+\n$/);
    expect(answers.get('a')).toMatchObject({ state: 'ok', exit: 0 });
    expect(ask(asked, 'plain').answers.get('b')).toMatchObject({ text: 'b by sh\n' });
  });

  it('are asked by their line when they die, end their process, or are to be asked alone', () => {
    const { answers, complete } = ask([
      question('syntax', 'put( {{'),
      question('dies', String.raw`put("half"); die "no"`),
      question('exits', 'exit 7'),
      question('killed', 'kill 9, $$'),
      question('alone', 'put("perl")', { alone: true }),
      question('good', String.raw`put("perl\n")`),
    ]);
    expect(complete).toBe(true);
    for (const id of ['syntax', 'dies', 'exits', 'killed', 'alone'])
      expect(answers.get(id)).toMatchObject({ state: 'ok', text: `${id} by sh\n` });
    expect(answers.get('good')).toMatchObject({ text: 'perl\n' });
  });

  it('lose only the one that hangs, and leave nothing running', async () => {
    const { answers, complete } = ask([
      question('before', 'put(1)'),
      question('loops', '1 while 1', { timeoutSeconds: 1 }),
      question('waits', "put(run('sleep', '61'))", { timeoutSeconds: 1 }),
      question('started', "sh('sleep 62 >/dev/null 2>&1 & echo on')"),
      question('after', 'put(2)'),
    ]);
    expect(complete).toBe(true);
    expect(answers.get('before')).toMatchObject({ text: '1' });
    expect(answers.get('loops')).toMatchObject({ state: 'timeout', why: 'stopped after 1 s' });
    expect(answers.get('waits')).toMatchObject({ state: 'timeout' });
    expect(answers.get('started')).toMatchObject({ text: 'on\n' });
    expect(answers.get('after')).toMatchObject({ text: '2' });
    await pause(300);
    expect(left()).toEqual([]);
  });

  it('end with whoever asked', async () => {
    const batch = { questions: [question('waits', "put(run('sleep', '61'))")], avoidDrives: [] };
    const child = spawn('dash', { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.end(programOf(batch, 'n', 'perl'));
    await new Promise(resolve => child.stdout.once('data', resolve));
    await pause(300);
    const closed = new Promise(resolve => child.once('close', resolve));
    process.kill(child.pid ?? 0, 'SIGTERM');
    await closed;
    await pause(300);
    expect(left()).toEqual([]);
  });

  it('are cut after their bytes, with every byte as it is', () => {
    const { answers } = ask([
      question('much', 'put("x" x 1000) while 1', { maxBytes: 2500 }),
      question('bytes', String.raw`put(map { chr } 0 .. 127); put("\303\261")`),
    ]);
    expect(answers.get('much')).toEqual({
      state: 'ok',
      ms: expect.any(Number) as number,
      text: 'x'.repeat(2500),
      cut: true,
    });
    expect(answers.get('bytes')).toMatchObject({
      text: `${String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i))}ñ`,
    });
  });

  it('say plain text as it is, and together, but hold nothing back from whoever waits', async () => {
    const plain = 'a "b" \\ \\n \\u0041\t$c @d\n';
    const go = join(folder, '.go');
    const questions = [
      question('plain', `put(pack('H*', '${Buffer.from(plain).toString('hex')}'))`),
      question('held', `until (-e '${go}') { select undef, undef, undef, 0.05 } put('seen')`, { timeoutSeconds: 20 }),
    ];
    const batch = { questions, avoidDrives: [] };
    const child = spawn('sh', { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.end(programOf(batch, 'n', 'perl'));
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('latin1');
      if (out.includes('"id":"plain"')) writeFileSync(go, '');
    });
    await new Promise(resolve => child.once('close', resolve));
    expect(out).toContain(`"out":{"text":${JSON.stringify(plain)}}`);
    const { answers } = decodeAnswers(out, batch, 'n');
    expect(answers.get('plain')).toMatchObject({ state: 'ok', text: plain });
    expect(answers.get('held')).toMatchObject({ state: 'ok', text: 'seen' });
  });

  it('read files, stanzas, folders, processes and programs', () => {
    writeFileSync(join(folder, 'status'), 'Package: a\nMore: x\nVersion: 1\nMore: y\n z\n\n\nPackage: b\nVersion: 2');
    const code = String.raw`my $f = '${join(folder, 'status')}'; put(map { join(',', map { defined $_ ? $_ : '-' } @$_{qw(Package More Version)}), "\n" } @{stanzas($f, 'Package', 'More', 'Version')});
put(defined slurp("$f.gone") ? 'there' : 'gone', "\n", join(',', within('${folder}')), "\n", join(',', paths('${folder}/st?tus ${folder}/[a-t]*s ${folder}/none*')), "\n");
put((grep { $_->[0] == $$ && $_->[1] eq 'perl' && $_->[2] > 0 } processes()) ? "running\n" : "no\n", found('sh') =~ m#/sh$# ? "sh\n" : '', found('no-such-program'), run('printf', '%s', 'a  b'), " $?\n")`;
    expect(ask([question('all', code)]).answers.get('all')).toMatchObject({
      text: `a,x,1\nb,-,2\ngone\nstatus\n${folder}/status,${folder}/status\nrunning\nsh\na  b 0\n`,
    });
  });
});
