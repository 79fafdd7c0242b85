import { expect, it } from 'vitest';
import { anSshServer, someSettings } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { sshSessionSurvives } from './ssh-session-survives.js';

it.each([
  ['tmux is there', { systemSettings: someSettings(), sshServer: anSshServer() }, 'pass'],
  ['neither', { systemSettings: someSettings({ multiplexers: [] }), sshServer: anSshServer() }, 'warn'],
  [
    'no SSH at all',
    {
      systemSettings: someSettings(),
      sshServer: anSshServer({ installed: false, session: { overSsh: false, inside: undefined } }),
    },
    'not-applicable',
  ],
  ['SSH not known', { systemSettings: someSettings({ multiplexers: [] }) }, 'warn'],
])('%s', (_, values, expected) => expect(statesOf(sshSessionSurvives, values)).toEqual([expected]));
