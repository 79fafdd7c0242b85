import { microsoft } from '../catalog/microsoft-sources.js';
import { sessions } from '../facts/sessions.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const usersLoggedOn = defineCheck({
  id: 'users-logged-on',
  row: 'log-off-users',
  title: say({ en: 'Users at work', es: 'Usuarios trabajando' }),
  why: say({
    en: 'Whoever is logged on or has a file open when the upgrade starts loses what is not saved.',
    es: 'Quien tenga una sesión o un archivo abierto cuando empiece la actualización perderá lo que no haya guardado.',
  }),
  platforms: ['windows', 'linux'],
  needs: { sessions },
  sources: [microsoft.bestPractices],

  run: ({ sessions: { sessions: list, openFiles } }) => {
    const users = [...new Set(list.map(session => session.user))];
    const files = openFiles ?? [];
    const evidence = {
      sessions: list.map(
        session => `${session.user} (${session.kind}${session.from === undefined ? '' : `, ${session.from}`})`,
      ),
      openFiles: openFiles === undefined ? null : files.length,
    };
    if (users.length === 0 && openFiles !== undefined && files.length === 0) {
      return { state: 'pass', text: say({ en: 'Nobody is logged on.', es: 'No hay nadie conectado.' }), evidence };
    }
    return {
      state: 'warn',
      severity: 'low',
      text: say({
        en: f =>
          `${users.length === 0 ? 'Nobody is logged on' : `Logged on: ${f.list(users)}`}; ${openFiles === undefined ? 'files opened over the network could not be listed' : files.length === 0 ? 'no file is open' : f.plural(files.length, '# file is open', '# files are open')}. The account of this assessment may be among them.`,
        es: f =>
          `${users.length === 0 ? 'No hay nadie conectado' : `Conectados: ${f.list(users)}`}; ${openFiles === undefined ? 'no se pudieron enumerar los archivos abiertos por la red' : files.length === 0 ? 'no hay archivos abiertos' : f.plural(files.length, 'hay # archivo abierto', 'hay # archivos abiertos')}. Entre ellos puede estar la cuenta de esta evaluación.`,
      }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Ask them to save and log off before the upgrade starts, and look again just before.',
          es: 'Pídales que guarden y cierren la sesión antes de empezar, y vuelva a mirar justo antes.',
        }),
      },
      evidence,
    };
  },
});
