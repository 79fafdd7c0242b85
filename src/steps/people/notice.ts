import type { Language } from '../../i18n/text.js';
import type { MailRecipient, PlanChoices } from '../../model/plan-choices.js';
import { makeCalendar } from './calendar.js';

export type Window = NonNullable<PlanChoices['window']>;

export interface NoticeAbout {
  readonly server: string;
  readonly window: Window;
  readonly note?: string | undefined;
  /** When it is written (ISO). */
  readonly stamp: string;
}

/** A message ready to be sent: plain text in the reader's language, times in the reader's zone. */
export interface Notice {
  readonly to: MailRecipient;
  readonly subject: string;
  readonly text: string;
  /** An `.ics` file with the window. */
  readonly calendar: string;
}

/** Words the notice of an upgrade for one reader; pure. */
export function noticeFor(to: MailRecipient, about: NoticeAbout): Notice {
  const words = wordings[to.language];
  const when = windowText(about.window, to.language, to.timeZone);
  const note = about.note?.trim();
  const subject = words.subject(about.server, dayText(about.window, to.language, to.timeZone));
  const text = [words.what(about.server, when), words.save, words.without, ...(note ? [note] : []), words.after].join(
    '\n\n',
  );
  const { starts, ends } = about.window;
  const calendar = makeCalendar({
    // letters and digits of the server's name: the rest has no place in an identifier
    uid: `${about.server.replaceAll(/[^A-Za-z0-9-]/g, '')}-${starts.replaceAll(/[^0-9TZ]/g, '')}@antesala`,
    stamp: about.stamp,
    starts,
    ends,
    summary: subject,
    description: text,
    location: about.server,
  });
  return { to, subject, text, calendar };
}

/** What is shown on screens: short, since some systems show little. */
export function screenNotice(
  language: Language,
  {
    server,
    window,
    note,
  }: { readonly server: string; readonly window: Window | undefined; readonly note?: string | undefined },
): string {
  const words = wordings[language];
  const text = window ? words.what(server, windowText(window, language)) : words.soon(server);
  return [words.save, text, ...(note?.trim() ? [note.trim()] : [])].join(' ');
}

/** "Saturday, 28 November 2026 at 20:00 – Sunday, 29 November 2026 at 02:00 (Europe/Madrid)", in a zone or the window's own. */
export function windowText(window: Window, language: Language, timeZone?: string): string {
  const { format, zone } = formatIn(window, language, timeZone, { dateStyle: 'full', timeStyle: 'short' });
  // the library's narrow and thin blanks do not survive every mail program and code page
  return `${format.formatRange(new Date(window.starts), new Date(window.ends)).replaceAll(/[\u2009\u202f\u00a0]/g, ' ')} (${zone})`;
}

function dayText(window: Window, language: Language, timeZone: string | undefined): string {
  return formatIn(window, language, timeZone, { dateStyle: 'long' }).format.format(new Date(window.starts));
}

/** A reader's zone that does not exist is not used: the window's is, and it is named. */
function formatIn(
  window: Window,
  language: Language,
  timeZone: string | undefined,
  style: Intl.DateTimeFormatOptions,
): { readonly format: Intl.DateTimeFormat; readonly zone: string } {
  for (const zone of [timeZone, window.timeZone, 'UTC']) {
    if (zone === undefined || zone === '') continue;
    try {
      return { format: new Intl.DateTimeFormat(locales[language], { ...style, timeZone: zone }), zone };
    } catch {
      // no such zone: the next
    }
  }
  return { format: new Intl.DateTimeFormat(locales[language], { ...style, timeZone: 'UTC' }), zone: 'UTC' };
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' };

interface Wordings {
  subject(server: string, day: string): string;
  what(server: string, when: string): string;
  soon(server: string): string;
  readonly save: string;
  readonly without: string;
  readonly after: string;
}

const wordings: Readonly<Record<Language, Wordings>> = {
  en: {
    subject: (server, day) => `Server ${server} out of service on ${day}`,
    what: (server, when) => `The server ${server} will be upgraded: ${when}.`,
    soon: server => `The server ${server} is about to be upgraded.`,
    save: 'Please save your work and log off before it starts.',
    without:
      'Until it is done, the server’s files, printers, mail and programs cannot be used, and there is no Internet through it.',
    after: 'The attached file puts the time into your calendar.',
  },
  es: {
    subject: (server, day) => `Servidor ${server} fuera de servicio el ${day}`,
    what: (server, when) => `El servidor ${server} se va a actualizar: ${when}.`,
    soon: server => `El servidor ${server} se va a actualizar en breve.`,
    save: 'Por favor, guarde su trabajo y cierre la sesión antes de que empiece.',
    without:
      'Hasta que termine no se podrán usar los archivos, las impresoras, el correo ni los programas del servidor, ni salir a Internet a través de él.',
    after: 'El archivo adjunto anota la hora en su calendario.',
  },
};
