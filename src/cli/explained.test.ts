import { describe, expect, it } from 'vitest';
import { HostError } from '../hosts/host-error.js';
import { say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { CliError } from './cli-error.js';
import { explained } from './explained.js';

const text = say({ en: 'What, where, what to do.', es: 'Qué, dónde, qué hacer.' });

describe('every error ends in a sentence and a code of its own', () => {
  it.each([
    ['wrong use', new CliError(text), false, 2],
    ['bad input', new InputError(text), false, 2],
    ['a host that cannot be reached', new HostError('unreachable', text), false, 4],
    ['an address that is none', new HostError('bad-address', text), false, 2],
    ['stopped', new HostError('cut-off', text), true, 6],
    ['a fault of ours', new TypeError('x is not a function'), false, 5],
    ['something that is no error', 'oops', false, 5],
  ] as const)('%s', (_, error, stopped, exit) => expect(explained(error, stopped).exit).toBe(exit));

  it('shows what a fault of ours says, made visible', () => {
    const { text: said } = explained(new Error('bad \u001b[31mred'));
    expect(said.en).toContain('␛[31mred');
    expect(said.es).toContain('Comuníquelo');
  });
});
