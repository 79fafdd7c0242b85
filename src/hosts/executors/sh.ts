import { type Batch, type Question, questionDefaults } from '../../model/question.js';
import type { ActingExecutor } from '../executor.js';
import { wireMark } from '../wire.js';
import { environment } from './sh/environment.js';
import { instructionProgramOf } from './sh/instruction-program.js';
import { perlAgent } from './sh/perl-agent.js';
import { plainAgent } from './sh/plain-agent.js';
import { asciiJson, shellWord } from './sh/quote.js';

/**
 * Asks in POSIX sh, for dash, bash and busybox. Where perl is (on every Debian and Ubuntu: perl-base is essential there) it runs the
 * questions, several at a time and with no process but their own; else sh does so itself, one after the other. Neither writes a file,
 * so that a full or read-only disk does not keep answers from coming.
 */
export const shExecutor: ActingExecutor = {
  name: 'sh',
  platform: 'linux',
  program: (batch, nonce) => programOf(batch, nonce, 'whichever'),
  instructionProgram: (instructions, nonce) => instructionProgramOf(instructions, nonce, environment),
};

/**
 * The program, or only one half of it.
 *
 * @throws RangeError when the nonce is not letters and digits, or a question holds a NUL, which no shell can pass on
 */
export function programOf(batch: Batch, nonce: string, runner: 'whichever' | 'perl' | 'plain'): string {
  if (!/^[A-Za-z0-9]+$/.test(nonce)) throw new RangeError('A nonce is made of letters and digits.');
  const mark = shellWord(`${wireMark}${nonce} `);
  const rest = bodies[runner].get(batch) ?? bodyOf(batch, runner);
  bodies[runner].set(batch, rest);
  // One compound command: a shell reads all of it before it does any of it, so half a program does nothing.
  return `{\nset -- ${mark}${rest}`;
}

/** All but the mark, once a batch: fifty hosts are asked the same. */
const bodies = {
  whichever: new WeakMap<Batch, string>(),
  perl: new WeakMap<Batch, string>(),
  plain: new WeakMap<Batch, string>(),
};

function bodyOf(batch: Batch, runner: keyof typeof bodies): string {
  const asked = [...batch.questions.filter(q => !q.alone), ...batch.questions.filter(q => q.alone)];
  const parts = [
    asked.map(question => ` \\\n${wordsOf(question, runner).join(' \\\n')}`).join(''),
    environment,
    runner === 'plain' ? '' : `perl_agent=${shellWord(perlAgent)}\n${runPerl}`,
    runner === 'perl' ? '' : plainAgent,
    '}',
  ];
  return `${parts.filter((part, i) => i === 0 || part !== '').join('\n')}\n`;
}

/** Seven words a question: kind, id as JSON, seconds, bytes, flags, what is asked for, and that in Perl. */
function wordsOf(question: Question, runner: keyof typeof bodies): string[] {
  const { kind, id, timeoutSeconds = questionDefaults.timeoutSeconds, maxBytes = questionDefaults.maxBytes } = question;
  const flags = [question.alone ? 'alone' : '', kind === 'file' && question.tail ? 'tail' : ''].join('');
  const what = kind === 'command' ? question.line : kind === 'file' ? question.path : '';
  const perl = kind === 'command' && runner !== 'plain' ? (question.perl ?? '') : '';
  return [kind, asciiJson(id), String(Math.ceil(timeoutSeconds)), String(Math.ceil(maxBytes)), flags, what, perl].map(
    shellWord,
  );
}

/**
 * In the background and waited for, so that a signal to sh reaches it at once. A perl that is missing or cannot start (2, 126, 127, 255)
 * has printed nothing, and sh goes on by itself.
 */
const runPerl = `if command -v perl >/dev/null 2>&1; then
  perl -e "$perl_agent" -- "$@" </dev/null &
  job=$!
  trap 'kill -TERM $job 2>/dev/null; wait $job; exit 130' HUP INT TERM
  wait $job
  case $? in 2|126|127|255) ;; *) exit 0 ;; esac
fi`;
