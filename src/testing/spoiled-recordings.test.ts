import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { UnknownProduct, assess } from '../engine/assess.js';
import { batchFor } from '../engine/batch.js';
import { facts } from '../facts/registry.generated.js';
import { readRecording, writeRecording } from '../hosts/recorded/recording-text.js';
import type { Answer, Cell, RegistryValue } from '../model/answer.js';
import type { Assessment } from '../model/assessment.js';
import type { Recording } from '../model/recording.js';
import { reportShape } from '../model/schemas.js';
import { htmlReport } from '../report/html/page.js';
import { junitReport } from '../report/junit.js';
import { markdownReport } from '../report/markdown.js';
import { textReport } from '../report/text.js';
import { anyAnswerTo } from './arbitrary-answers.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const names = readdirSync('recordings').flatMap(name => /^(.+)\.json$/.exec(name)?.[1] ?? []);
const read = (name: string) => readRecording(readFileSync(`recordings/${name}.json`, 'utf8'), name);
const paths: Readonly<Record<string, readonly string[]>> = {
  'ws2000-member': ['ws2000-sbs2003'],
  'sbs2003-premium': ['sbs2003-sbs2003r2'],
};
const judgedOn = (name: string, recording: Recording) =>
  [undefined, ...(paths[name] ?? [])].map(to => assess(recording, { now, version: 'test', to }));

describe.each(names)('%s, with answers no honest host gives', name => {
  it('is judged without a fault of ours, or not at all', () => {
    const recording = read(name);
    const questions = batchFor(recording.platform, facts).questions;
    const spoiled = fc
      .subarray([...questions], { minLength: 1, maxLength: 4 })
      .chain(some =>
        fc.tuple(...some.map(one => anyAnswerTo(one, []).map((answer): [string, Answer] => [one.id, answer]))),
      );
    fc.assert(
      fc.property(spoiled, entries => {
        const given = { ...recording, answers: { ...recording.answers, ...Object.fromEntries(entries) } };
        let assessment: Assessment;
        try {
          assessment = assess(given, { now, version: 'test' });
        } catch (error) {
          expect(error).toBeInstanceOf(UnknownProduct);
          return;
        }
        expect(assessment.findings.filter(({ state }) => state === 'error').map(({ key }) => key)).toEqual([]);
        expect(reportShape.safeParse(JSON.parse(JSON.stringify(assessment))).success).toBe(true);
        expect(readRecording(writeRecording(given), 'again')).toEqual(given);
      }),
      { numRuns: 25 },
    );
  });
});

/** Put behind every name a host gives: what a shell, cmd, PowerShell, HTML, Markdown, XML or a terminal would take for its own. */
const payload = `";$(zzowned)&zzowned|\`zzowned\`'<script>alert(1)</script>\u001b[2J\u202egpj.exe\r\n::owned`;
const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

const named = new Set(
  'Name DisplayName Caption Description Manufacturer PathName StartName DriverName DeviceName Publisher company product path'.split(
    ' ',
  ),
);

function hostile(recording: Recording): Recording {
  const answers = Object.fromEntries(
    Object.entries(recording.answers).map(([id, answer]) => [
      id,
      // what the system is must still be told, or nothing is judged
      answer && id !== 'identity-linux' ? hostileAnswer(answer) : answer,
    ]),
  );
  return { ...recording, computer: recording.computer + payload, answers };
}

function hostileAnswer(answer: Answer): Answer {
  if (answer.state !== 'ok') return { ...answer, why: answer.why + payload };
  if ('rows' in answer) {
    const cellOf = (column: string, cell: Cell): Cell =>
      typeof cell === 'string' && named.has(column) ? cell + payload : cell;
    return {
      ...answer,
      rows: answer.rows.map(row =>
        Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cellOf(column, cell)])),
      ),
    };
  }
  if ('keys' in answer) {
    const valueOf = (name: string, value: RegistryValue): RegistryValue =>
      /display|publisher|image|path|description/i.test(name) && value.type !== 'dword' && value.type !== 'multi'
        ? { ...value, value: value.value + payload }
        : value;
    return {
      ...answer,
      keys: Object.fromEntries(
        Object.entries(answer.keys).map(([key, values]) => [
          key,
          Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(name, value)])),
        ]),
      ),
    };
  }
  // in what a program printed, every fifth word carries it, without blanks so that columns stay
  const dense = payload.replaceAll(/\s/g, '');
  let word = 0;
  return {
    ...answer,
    text: answer.text.replace(/[a-z][a-z0-9.-]{3,}/g, found => (++word % 5 ? found : found + dense)),
  };
}

describe.each(names)('%s, with hostile names', name => {
  it('stays data in every report, and gets into no command', () => {
    for (const assessment of judgedOn(name, hostile(read(name)))) {
      expect(assessment.findings.filter(({ state }) => state === 'error')).toEqual([]);
      expect(JSON.stringify(assessment)).toContain('zzowned');
      for (const language of ['en', 'es'] as const) {
        const look = { language, colors: picocolors.createColors(false), width: 100, all: true };
        expect(textReport(assessment, look)).not.toMatch(dangerous);
        const page = htmlReport(assessment, language);
        expect(page).not.toContain('<script');
        expect(page).not.toMatch(dangerous);
        expect(junitReport([assessment], language)).not.toMatch(/<script|[\u0000-\u0008\u001b\u202e]/);
        expect(markdownReport(assessment, language).replaceAll(/^ {4}.*$/gm, '')).not.toMatch(/<script|\u001b|\u202e/);
      }
      const commands = assessment.findings.flatMap(({ key, remedy }) =>
        remedy?.kind === 'command' ? [`${key}: ${remedy.command}`] : [],
      );
      expect(commands.filter(line => /zzowned|alert/.test(line.slice(line.indexOf(': '))))).toEqual([]);
    }
  });
});
