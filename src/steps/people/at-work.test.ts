import { describe, expect, it } from 'vitest';
import { aSession } from '../../testing/facts.js';
import { atWork, sessionText } from './at-work.js';

describe('who is at work', () => {
  it.each([
    ['a person', aSession(), true],
    ['a disconnected session', aSession({ active: false, idleSeconds: 90_000 }), true],
    ['a share opened without a name', aSession({ user: '', kind: 'file-share' }), true],
    ['Antesala itself', aSession({ own: true }), false],
    ['a computer’s account', aSession({ user: 'PC01$', kind: 'file-share' }), false],
  ])('%s', (_title, session, counts) =>
    expect(atWork({ sessions: [session], openFiles: undefined, connection: undefined })).toEqual(
      counts ? [session] : [],
    ),
  );

  it.each([
    [aSession({ idleSeconds: 30 }), 'ana (Remote Desktop)', 'ana (Escritorio remoto)'],
    [
      aSession({ user: '', kind: 'file-share', from: '10.0.0.7', idleSeconds: undefined }),
      'somebody without a name (shared files, 10.0.0.7)',
      'alguien sin nombre (archivos compartidos, 10.0.0.7)',
    ],
    [
      aSession({ kind: 'console', since: '2026-11-24T08:12:00.000Z', idleSeconds: 7200 }),
      'ana (at the console, since 24 November 2026 at 08:12 UTC, idle 2 hours)',
      'ana (en la consola, desde el 24 de noviembre de 2026 a las 8:12 UTC, inactivo 2 horas)',
    ],
  ])('%#', (session, en, es) => expect(sessionText(session)).toEqual({ en, es }));
});
