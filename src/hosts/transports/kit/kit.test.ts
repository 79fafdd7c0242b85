import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../model/input-error.js';
import type { Batch } from '../../../model/question.js';
import { recordingFromKit } from '../../recorded/kit-result.js';
import { kitFiles } from './kit.js';

const linux: Batch = { avoidDrives: [], questions: [{ id: 'greeting', kind: 'command', line: 'echo hola ñ' }] };
const windows: Batch = { avoidDrives: [], questions: [{ id: 'ver', kind: 'command', line: 'ver' }] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antesala-kit-'));
  for (const [name, text] of Object.entries(kitFiles({ windows, linux }, 'abc123')))
    writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('kit', () => {
  it('is plain ASCII, with Windows line ends where Windows reads it', () => {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'latin1');
      expect(text, name).toMatch(/^[\t\r\n -~]*$/);
      if (name !== 'antesala.sh') expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    }
  });

  it('run by hand on Linux leaves one result that reads as a recording', () => {
    execFileSync('sh', [join(folder, 'antesala.sh')], { stdio: 'ignore', cwd: '/' });
    const result = readdirSync(folder).filter(name => name.endsWith('.txt') && name !== 'README.txt');
    expect(result.length).toBe(1);
    const text = readFileSync(join(folder, result[0] ?? ''), 'utf8');
    const recording = recordingFromKit(text, 'result', windows, linux);
    expect(recording.platform).toBe('linux');
    expect(recording.answers['greeting']).toMatchObject({ state: 'ok', text: 'hola ñ\n', exit: 0 });
  });

  it('a result that was cut off, at any byte, says so', () => {
    execFileSync('sh', [join(folder, 'antesala.sh')], { stdio: 'ignore' });
    const name = readdirSync(folder).find(one => one.endsWith('.txt') && one !== 'README.txt') ?? '';
    const bytes = readFileSync(join(folder, name));
    const begun = bytes.indexOf('@antesala:');
    const ended = bytes.toString('latin1').trimEnd().length;
    for (let end = begun + 10; end < ended; end += 1) {
      // a cut within a character is refused earlier, as no text
      const text = bytes.subarray(0, end).toString('utf8');
      expect(() => recordingFromKit(text, 'result', windows, linux), `cut at ${end}`).toThrow(InputError);
    }
    expect(recordingFromKit(bytes.subarray(0, ended).toString('utf8'), 'result', windows, linux).computer).not.toBe('');
  });
});
