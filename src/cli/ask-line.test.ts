import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askLine } from './ask-line.js';

const streams = () => ({ input: new PassThrough(), output: new PassThrough() });

it('gives line after line of one terminal, and nothing at its end', async () => {
  const { input, output } = streams();
  const first = askLine('one? ', input, output);
  input.write('sí\n');
  expect(await first).toBe('sí');
  const second = askLine('two? ', input, output);
  input.end('');
  expect(await second).toBeUndefined();
  expect(String(output.read())).toContain('one? ');
});

it('Ctrl-C stops with a sentence', async () => {
  const { input, output } = streams();
  const asked = askLine(
    'one? ',
    Object.assign(input, { isTTY: true, setRawMode: () => input }),
    Object.assign(output, { isTTY: true, columns: 80 }),
  );
  input.write('\u0003');
  await expect(asked).rejects.toThrow(/Stopped/);
});
