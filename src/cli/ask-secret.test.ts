import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { askSecret, type SecretInput } from './ask-secret.js';
import { CliError } from './cli-error.js';

class FakeTerminal extends EventEmitter implements SecretInput {
  readonly isTTY = true;
  readonly modes: boolean[] = [];
  setRawMode(on: boolean): void {
    this.modes.push(on);
  }
  resume(): void {
    // a real terminal starts to deliver what is typed
  }
  pause(): void {
    // and stops again
  }
}

const ask = async (...chunks: readonly string[]) => {
  const input = new FakeTerminal();
  const shown: string[] = [];
  const answer = askSecret('Password: ', input, text => shown.push(text));
  for (const chunk of chunks) input.emit('data', Buffer.from(chunk));
  return { answer: await answer, shown: shown.join(''), modes: input.modes, left: input.listenerCount('data') };
};

describe('askSecret', () => {
  it.each([
    ['a password', ['secreto\r'], 'secreto'],
    ['in pieces, with accents', ['contra', 'señ', 'a', '\n'], 'contraseña'],
    ['corrected by a character of two bytes', ['añ\u007fb\r'], 'ab'],
    ['begun anew', ['wrong\u0015right\r'], 'right'],
    ['empty', ['\r'], ''],
  ])('%s', async (_, chunks, expected) => {
    const result = await ask(...chunks);
    expect(result.answer).toBe(expected);
    expect(result.shown).toBe('Password: \n');
    expect(result.modes).toEqual([true, false]);
    expect(result.left).toBe(0);
  });

  it('Ctrl-C ends it with the echo back on', async () => {
    await expect(ask('secr\u0003')).rejects.toMatchObject({ exit: 6 });
  });

  it('refuses where there is no terminal', async () => {
    const input = Object.assign(new FakeTerminal(), { isTTY: false });
    await expect(askSecret('x', input, () => undefined)).rejects.toBeInstanceOf(CliError);
  });
});
