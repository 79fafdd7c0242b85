import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('a result that was cut off says so', () => {
    execFileSync('sh', [join(folder, 'antesala.sh')], { stdio: 'ignore' });
    const name = readdirSync(folder).find(one => one.endsWith('.txt') && one !== 'README.txt') ?? '';
    const text = readFileSync(join(folder, name), 'utf8');
    expect(() => recordingFromKit(text.slice(0, -20), 'result', windows, linux)).toThrow(/broke off|cut|breaks off/);
  });
});
