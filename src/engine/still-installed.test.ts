import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import type { Recording } from '../model/recording.js';
import { compareRecordings } from './compare.js';

const text = readFileSync('recordings/lab-debian.json', 'utf8');
const server = readRecording(text, 'r');

/** The same server with another line of dpkg for this package: `*` marks what somebody asked for. */
function withLine(name: string, line: (own: string) => string): Recording {
  const answer = server.answers['dpkg-packages'];
  if (answer?.state !== 'ok' || !('text' in answer) || typeof answer.text !== 'string') throw new Error('no dpkg');
  const changed = answer.text.split('\n').map(own => (own.startsWith(`${name} `) ? line(own) : own));
  const kept = changed.filter(own => own !== '').join('\n');
  return { ...server, answers: { ...server.answers, 'dpkg-packages': { ...answer, text: `${kept}\n` } } };
}
const applications = (after: Recording) =>
  compareRecordings(server, after, true, () => false).facts.filter(({ fact }) => fact === 'applications');

describe('a package that is on the list of applications no more', () => {
  it('is no change while it is installed', () =>
    expect(applications(withLine('zlib1g', own => own.replace(' *', '')))).toEqual([]));

  it('is lost when it is not', () =>
    expect(applications(withLine('zlib1g', () => ''))).toMatchObject([
      { entries: [{ entry: 'zlib1g', after: undefined, reason: 'unexpected', loss: { thing: 'zlib1g' } }] },
    ]));
});
