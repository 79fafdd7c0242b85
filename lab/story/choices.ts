import { type Language, say } from '../../src/i18n/text.js';

const hour = 3_600_000;

/** The file of choices of the story: a window that begins with the next hour, a sentence for the users, and what the sheet lacks. */
export function choices(language: Language, now: Date): string {
  const starts = Math.ceil(now.getTime() / hour) * hour;
  const note = say({
    en: 'Save your work and switch your computer off.',
    es: 'Guarde su trabajo y apague su equipo.',
  });
  const adapter = say({ en: 'Local Area Connection 2', es: 'Conexión de área local 2' });
  const value = {
    window: {
      starts: new Date(starts).toISOString(),
      ends: new Date(starts + 8 * hour).toISOString(),
      timeZone: 'Europe/Madrid',
    },
    notify: { to: [], onScreen: true, note: note[language] },
    connection: {
      adapter: adapter[language],
      addresses: '192.0.2.10/24',
      gateway: '192.0.2.1',
      dns: '192.0.2.53',
      'mail-domains': 'gestoriamunoz.example',
      'mail-delivery': 'smtp.proveedor.example',
    },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
