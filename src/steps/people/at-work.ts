import type { Sessions } from '../../facts/sessions.js';
import { type Text, say } from '../../i18n/text.js';

export type Session = Sessions['sessions'][number];

/**
 * Who would lose work: everybody but Antesala's own session and computers' own accounts (`PC01$`). A session that is idle or disconnected
 * counts, since what is open in it may not be saved.
 */
export function atWork({ sessions }: Sessions): readonly Session[] {
  return sessions.filter(({ own, user }) => !own && !user.endsWith('$'));
}

/** `ana (Remote Desktop, since 8:12 UTC, idle 5 minutes)`, for lists. */
export function sessionText({ user, from, kind, since, idleSeconds }: Session): Text {
  const details = [
    kinds[kind],
    ...(from === undefined ? [] : [{ en: from, es: from }]),
    ...(since === undefined
      ? []
      : [say({ en: f => `since ${f.moment(since)}`, es: f => `desde el ${f.moment(since)}` })]),
    ...(idleSeconds === undefined || idleSeconds < 60
      ? []
      : [say({ en: f => `idle ${f.duration(idleSeconds)}`, es: f => `inactivo ${f.duration(idleSeconds)}` })]),
  ];
  const name = user === '' ? say({ en: 'somebody without a name', es: 'alguien sin nombre' }) : { en: user, es: user };
  return {
    en: `${name.en} (${details.map(text => text.en).join(', ')})`,
    es: `${name.es} (${details.map(text => text.es).join(', ')})`,
  };
}

const kinds: Readonly<Record<Session['kind'], Text>> = {
  console: say({ en: 'at the console', es: 'en la consola' }),
  'remote-desktop': say({ en: 'Remote Desktop', es: 'Escritorio remoto' }),
  'file-share': say({ en: 'shared files', es: 'archivos compartidos' }),
  ssh: say({ en: 'SSH', es: 'por SSH' }),
  other: say({ en: 'another kind of session', es: 'otro tipo de sesión' }),
};
