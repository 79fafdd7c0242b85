import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../testing/command-line.js';
import { openCase } from '../../caselog/open-case.js';
import { questionsShape } from '../../model/case-shapes.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-attest-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let count = 0;
const now = () => new Date('2026-11-25T20:30:00.000Z');
const antesala = (args: readonly string[], typed?: readonly string[], language: 'en' | 'es' = 'en') =>
  commandLine(args, { now, language, ...(typed ? { typed } : {}) });
const attested = async () => {
  const log = await openCase(folder, { write: false, actor: '', now });
  return log.events.flatMap(event => (event.type === 'attested' ? [`${event.key}=${event.answer}`] : []));
};
const questions = async () =>
  questionsShape.parse(JSON.parse((await antesala(['attest', folder, '--json'])).out)).questions;

beforeEach(async () => {
  count += 1;
  folder = join(root, `case${count}`);
  const host = 'recordings/lab-sbs2000-es.json';
  await antesala(['case', 'new', `case${count}`, '--host', host, '--to', 'sbs2003', '--in', root]);
  await antesala(['plan', folder]);
});

describe('answers at once', () => {
  it('several on the command line and in a file, in one go', async () => {
    writeFileSync(join(root, 'answers.json'), '{"newest-drivers": "no"}');
    const args = ['attest', folder, 'recent-backup=yes', 'media-and-key=yes', '--by', 'Ana'];
    expect(await antesala([...args, '--answers', join(root, 'answers.json')])).toMatchObject({ code: 0, err: '' });
    expect(await attested()).toEqual(['recent-backup=yes', 'media-and-key=yes', 'newest-drivers=no']);
  });

  it.each<[string, readonly string[], string, RegExp]>([
    ['a key nobody asks for', ['recent-backup=yes', 'nonsense=no'], '', /no question “nonsense”/],
    ['an answer that is none', ['recent-backup=yes', 'bios-age=maybe'], '', /yes or no, not “maybe”/],
    ['an empty answer', ['recent-backup='], '', /yes or no, not “”/],
    ['no answer', ['recent-backup'], '', /yes or no, not “”/],
    ['a word among pairs', ['recent-backup=yes', 'bios-age', 'no'], '', /“bios-age” is no answer/],
    ['both answers', ['recent-backup=yes', 'recent-backup=no'], '', /answered with yes and with no/],
    ['a file of another kind', [], '["recent-backup"]', /holds no answers/],
    ['a file without answers', [], '{}', /holds no answers/],
    ['no JSON', [], 'recent-backup: yes', /holds no answers/],
    ['a third answer in a file', [], '{"recent-backup": "yes", "bios-age": true}', /at “bios-age”/],
  ])('%s: ends with 2, and none is written', async (_, words, file, message) => {
    writeFileSync(join(root, 'bad.json'), file);
    const from = file === '' ? [] : ['--answers', join(root, 'bad.json')];
    const ran = await antesala(['attest', folder, ...words, ...from, '--by', 'Ana']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    expect(await attested()).toEqual([]);
  });

  it('without a name, or from a file that is not there: 2', async () => {
    expect(await antesala(['attest', folder, 'recent-backup=yes'])).toMatchObject({ code: 2 });
    const missing = await antesala(['attest', folder, '--answers', join(root, 'none.json'), '--by', 'Ana']);
    expect(missing).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be read \(ENOENT\)/) });
    expect(await attested()).toEqual([]);
  });
});

describe('whether the users were told', () => {
  it('is asked once, and the answer counts for the finding and for the plan', async () => {
    const before = (await questions()).map(({ key }) => key);
    expect(before.filter(key => key.startsWith('notify-users'))).toEqual(['notify-users/told']);
    await antesala(['attest', folder, 'notify-users', 'yes', '--by', 'Ana']);
    expect((await attested()).toSorted()).toEqual(['notify-users/told=yes', 'notify-users=yes']);
    const after = await questions();
    expect(after.find(({ key }) => key === 'notify-users/told')).toMatchObject({ state: 'counts', answer: 'yes' });
  });
});

describe('walking through the questions', () => {
  it('asks the open ones, writes each answer at once, skips, asks again, and stops', async () => {
    const [first, second, third] = (await questions()).map(({ key }) => key);
    await antesala(['attest', folder, `${first}=yes`, '--by', 'Ana']);
    const typed = ['SÍ', '', 'quizá', 'n', 'q'];
    const { code, out } = await antesala(['attest', folder, '--by', 'Luis', '--note', 'visto'], typed, 'es');
    expect(code).toBe(0);
    const open = (await questions()).length - 1;
    expect(out).toMatch(new RegExp(`1/${open} ${second}\\n`));
    expect(out).toContain('Esa no es ninguna de las respuestas posibles.');
    expect(out).toContain(`2 preguntas respondidas; quedan ${open - 2} abiertas.`);
    const answers = await attested();
    expect(answers.slice(0, 2)).toEqual([`${first}=yes`, `${second}=yes`]);
    expect(answers).not.toContain(`${third}=no`);
    expect(answers).toHaveLength(3);
  });

  it('stops at the end of the input, and says when nothing is open', async () => {
    expect((await antesala(['attest', folder, '--by', 'Luis'], [])).out).toMatch(/^0 questions answered/m);
    const all = (await questions()).map(({ key }) => `${key}=yes`);
    await antesala(['attest', folder, ...all, '--by', 'Ana']);
    expect((await antesala(['attest', folder, '--by', 'Luis'], [])).out).toMatch(/No question is open/);
  });

  it.each([
    ['where there is no terminal', ['--by', 'Ana'], undefined],
    ['without a name', [], ['yes']],
  ])('%s it lists them', async (_, more, typed) => {
    const { out } = await antesala(['attest', folder, ...more], typed);
    expect(out).toMatch(/^\? \S+ {2}open$/m);
    expect(await attested()).toEqual([]);
  });
});
