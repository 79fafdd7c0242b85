import { describe, expect, it } from 'vitest';
import { noticeFor, screenNotice, windowText } from './notice.js';

const window = { starts: '2026-11-28T19:00:00.000Z', ends: '2026-11-29T01:00:00.000Z', timeZone: 'Europe/Madrid' };
const about = { server: 'SERVIDOR', window, stamp: '2026-11-24T12:00:00.000Z' };

describe('the window', () => {
  it.each([
    [
      'es',
      undefined,
      'sábado, 28 de noviembre de 2026, 20:00 – domingo, 29 de noviembre de 2026, 2:00 (Europe/Madrid)',
    ],
    ['en', 'UTC', 'Saturday 28 November 2026 at 19:00 – Sunday 29 November 2026 at 01:00 (UTC)'],
    ['en', 'America/New_York', 'Saturday 28 November 2026 at 14:00 – 20:00 (America/New_York)'],
    [
      'es',
      'Europa/Madriz',
      'sábado, 28 de noviembre de 2026, 20:00 – domingo, 29 de noviembre de 2026, 2:00 (Europe/Madrid)',
    ],
  ] as const)('in %s, for a reader in %s', (language, zone, expected) => {
    // the words between the parts follow the version of the data that Node brings
    const plain = (text: string) => text.replaceAll(/,? (?:a las|at) |, /g, ' ').replaceAll(/\s*[–-]\s*/g, ' – ');
    expect(plain(windowText(window, language, zone))).toBe(plain(expected));
  });

  it('over the change of the clocks says each time by its own', () =>
    expect(
      windowText({ ...window, starts: '2026-10-25T00:30:00.000Z', ends: '2026-10-25T03:30:00.000Z' }, 'en'),
    ).toMatch(/02:30.*04:30 \(Europe\/Madrid\)$/));
});

describe('a notice', () => {
  it('in Spanish, with the note', () => {
    const notice = noticeFor({ address: 'ana@example.com', language: 'es' }, { ...about, note: ' Llame a Luis. ' });
    expect(notice.subject).toBe('Servidor SERVIDOR fuera de servicio el 28 de noviembre de 2026');
    expect(notice.text.split('\n\n')).toEqual([
      expect.stringMatching(/^El servidor SERVIDOR se va a actualizar: sábado, 28 de noviembre de 2026/) as string,
      'Por favor, guarde su trabajo y cierre la sesión antes de que empiece.',
      expect.stringContaining('ni salir a Internet a través de él.') as string,
      'Llame a Luis.',
      'El archivo adjunto anota la hora en su calendario.',
    ]);
    expect(notice.calendar).toContain('UID:SERVIDOR-20261128T190000000Z@antesala\r\n');
    expect(notice.calendar).toContain('DTSTART:20261128T190000Z\r\n');
  });

  it('in English, on the reader’s day', () =>
    expect(noticeFor({ address: 'x@example.com', language: 'en', timeZone: 'Pacific/Auckland' }, about).subject).toBe(
      'Server SERVIDOR out of service on 29 November 2026',
    ));

  it('on screen, with and without a window', () => {
    expect(screenNotice('es', { server: 'S', window: undefined, note: '50%' })).toBe(
      'Por favor, guarde su trabajo y cierre la sesión antes de que empiece. El servidor S se va a actualizar en breve. 50%',
    );
    expect(screenNotice('en', { server: 'S', window })).toMatch(
      /^Please save .* The server S will be upgraded: Saturday/,
    );
  });
});
