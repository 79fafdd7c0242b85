import type { Batch, CommandQuestion } from '../model/question.js';
import type { Recording } from '../model/recording.js';
import type { SshExecutors } from '../hosts/transports/ssh/ask.js';

/** A batch of command lines for the programs below. */
export function batchOf(...lines: readonly string[]): Batch {
  const questions = lines.map((line, index): CommandQuestion => ({ id: `q${index}`, kind: 'command', line }));
  return { questions, avoidDrives: [] };
}

/**
 * Programs so small that what a transport does to them can be seen: each line of the batch is run as it stands and answered with
 * its number. They are no substitute for the real executors, which have tests of their own.
 */
export const smallPrograms: SshExecutors = {
  sh: {
    name: 'sh',
    platform: 'linux',
    program: (batch, nonce) =>
      [
        `say() { printf '@antesala:%s %s\\n' ${nonce} "$1"; }`,
        'd=$(mktemp -d) || exit 1',
        `trap 'rm -rf "$d"' EXIT`,
        `trap 'exit 1' HUP INT PIPE TERM`,
        `say '{"answers":1,"executor":"sh","engine":"small","computer":"c","elevated":true,"clock":0}'`,
        ...commands(batch).flatMap(({ id, line }) => [
          line,
          `say '{"id":"${id}","ms":0,"state":"ok","out":{"text":""},"exit":0}'`,
        ]),
        `say '{"end":${batch.questions.length},"ms":0}'`,
        '',
      ].join('\n'),
  },
  powershell: {
    name: 'powershell',
    platform: 'windows',
    commandLine: 'powershell -NoProfile -Command -',
    program: (_batch, nonce) => `Write-Output '@antesala:${nonce} {"answers":1}'`,
  },
  wsh: {
    name: 'wsh',
    platform: 'windows',
    program: (batch, nonce) =>
      [
        `function say(text) { WScript.Echo('@antesala:${nonce} ' + text); }`,
        `say('{"answers":1,"executor":"wsh","engine":"small","computer":"c","elevated":true,"clock":0}');`,
        ...commands(batch).flatMap(({ id, line }) => [
          line,
          `say('{"id":"${id}","ms":0,"state":"ok","out":{"text":""},"exit":0}');`,
        ]),
        `say('{"end":${batch.questions.length},"ms":0}');`,
        '',
      ].join('\r\n'),
  },
  record: ({ host, text, nonce, gatheredAt }): Recording => ({
    schema: 'antesala.recording/1',
    host,
    computer: 'c',
    platform: text.includes('"executor":"sh"') ? 'linux' : 'windows',
    executor: text.includes('"executor":"sh"') ? 'sh' : 'wsh',
    elevated: true,
    gatheredAt: gatheredAt.toISOString(),
    hostClock: gatheredAt.toISOString(),
    answers: { printed: { state: 'ok', ms: 0, text: text.replaceAll(nonce, 'NONCE') } },
  }),
};

function commands(batch: Batch): readonly CommandQuestion[] {
  return batch.questions.filter((question): question is CommandQuestion => question.kind === 'command');
}
