import { describe, expect, it } from 'vitest';
import type { Sessions } from '../facts/sessions.js';
import { aStepSituation, itemsOf, planStep, someChoices } from '../testing/run-step.js';
import { logOffUsers } from './log-off-users.js';
import { aSession } from '../testing/facts.js';

const plan = (sessions: Sessions, force = false) =>
  planStep(
    logOffUsers,
    { sessions },
    aStepSituation('ws2016-ws2025', { choices: someChoices({ logOff: { countdownMinutes: 20, force } }) }),
  );

describe('logging off', () => {
  it('warns and waits, and ends nothing unless told to', () => {
    const result = plan({ sessions: [aSession()], openFiles: [], connection: undefined });
    expect(result.text.en).toBe('At work now: ana (Remote Desktop, idle 5 minutes).');
    expect(itemsOf(result)).toMatchObject([
      {
        id: 'log-off-users/sessions',
        kind: 'log-off',
        countdownMinutes: 20,
        force: false,
        seconds: 1200,
        text: {
          es: 'Se avisa en pantalla y se espera como mucho 20 minutos; después el plan espera y no cierra la sesión de nadie.',
        },
      },
    ]);
  });

  it('says what is lost when it is told to', () =>
    expect(itemsOf(plan({ sessions: [], openFiles: [], connection: undefined }, true))).toMatchObject([
      { force: true, irreversible: { en: 'What is not saved in a session that is ended is lost.' } },
    ]));

  it.each([
    ['nobody', { sessions: [], openFiles: [], connection: undefined }, 'Nobody is at work now.'],
    [
      'only Antesala itself',
      { sessions: [aSession({ own: true })], openFiles: [], connection: undefined },
      'Nobody is at work now.',
    ],
    [
      'files not told',
      { sessions: [], openFiles: undefined, connection: undefined },
      'Nobody is at work now. Files opened over the network could not be listed: ask before you start.',
    ],
  ])('%s', (_title, sessions, text) => {
    const result = plan(sessions);
    expect(result.text.en).toBe(text);
    // people may come back until then
    expect(itemsOf(result)).toHaveLength(1);
  });
});
