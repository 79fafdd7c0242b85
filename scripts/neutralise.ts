import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRecording, writeRecording } from '../src/hosts/recorded/recording-text.js';
import type { Answer } from '../src/model/answer.js';
import type { Recording } from '../src/model/recording.js';

interface Changes {
  /** Text to put in the place of other text, everywhere. */
  readonly replace: readonly (readonly [from: string, to: string])[];
  /** Lines that hold one of these are left out. */
  readonly drop: readonly string[];
  /** Parts of an answer, each begun by a line with `::`, whose first line holds one of these are left out. */
  readonly dropPart: readonly string[];
}

/**
 * A recording without what tells where it was made: hardware addresses become made-up ones, and what is named is replaced or left
 * out. Everything else stays as the machine said it.
 */
export function neutralised(recording: Recording, changes: Changes): Recording {
  const macs = new Map<string, string>();
  const mac = (found: string) => {
    const id = found.toLowerCase();
    if (/^(ff:){5}ff$|^(00:){5}00$/.test(id)) return found;
    const known = macs.get(id) ?? `02:00:00:00:00:${(macs.size + 1).toString(16).padStart(2, '0')}`;
    macs.set(id, known);
    return known;
  };
  const plain = (text: string) =>
    changes.replace
      .reduce((done, [from, to]) => done.replaceAll(from, to), text)
      .replaceAll(/\b[0-9a-f]{2}(:[0-9a-f]{2}){5}\b/gi, mac);
  const answers = Object.entries(recording.answers).map(([id, answer]) => {
    const kept = answer && 'text' in answer ? { ...answer, text: withoutLines(answer.text, changes) } : answer;
    return [id, JSON.parse(plain(JSON.stringify(kept))) as Answer] as const;
  });
  return {
    ...recording,
    host: plain(recording.host),
    computer: plain(recording.computer),
    answers: Object.fromEntries(answers),
  };
}

function withoutLines(text: string, { drop, dropPart }: Changes): string {
  let left = false;
  return text
    .split('\n')
    .filter(line => {
      if (line.startsWith('::')) left = dropPart.some(part => line.includes(part));
      return !left && !drop.some(part => line.includes(part));
    })
    .join('\n');
}

function main(): void {
  const list: { type: 'string'; multiple: true; default: string[] } = { type: 'string', multiple: true, default: [] };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: list, drop: list, 'drop-part': list },
  });
  for (const file of positionals) {
    const recording = readRecording(readFileSync(file, 'utf8'), file);
    const replace = values.replace.map((pair): readonly [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });
    const changes = { replace, drop: values.drop, dropPart: values['drop-part'] };
    writeFileSync(file, writeRecording(neutralised(recording, changes)));
  }
}

if (process.argv[1]?.endsWith('neutralise.ts')) main();
