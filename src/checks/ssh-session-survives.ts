import { sshServer } from '../facts/ssh-server.js';
import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const sshSessionSurvives = defineCheck({
  id: 'ssh-session-survives',
  row: 'disconnect-network',
  title: say({ en: 'Session that outlives the line', es: 'Sesión que sobrevive a un corte' }),
  why: say({
    en: 'An upgrade over a plain SSH session dies half way when the line drops; inside tmux or screen it goes on.',
    es: 'Una actualización en una sesión SSH normal muere a medias si se corta la línea; dentro de tmux o screen continúa.',
  }),
  platforms: ['linux'],
  needs: { systemSettings },
  uses: { sshServer },
  sources: [upgradeChapter('Prepare a safe environment for the upgrade')],

  run: ({ systemSettings: { multiplexers } }, _situation, { sshServer: ssh }) => {
    if (ssh.state === 'known' && !ssh.value.installed && !ssh.value.session.overSsh) {
      return {
        state: 'not-applicable',
        text: say({ en: 'Nobody comes in over SSH here.', es: 'Aquí nadie entra por SSH.' }),
      };
    }
    if (multiplexers.length > 0) {
      return {
        state: 'pass',
        text: say({
          en: f => `${f.list(multiplexers)} is installed: run the upgrade inside it.`,
          es: f => `${f.list(multiplexers)} está instalado: haga dentro la actualización.`,
        }),
      };
    }
    return {
      state: 'warn',
      severity: 'medium',
      text: say({ en: 'Neither tmux nor screen is installed.', es: 'No está instalado ni tmux ni screen.' }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Install one, start it, and run the upgrade inside. “tmux attach” comes back to it.',
          es: 'Instale uno, ábralo y haga dentro la actualización. Con «tmux attach» se vuelve a ella.',
        }),
        command: 'apt-get install tmux && tmux new -s upgrade',
      },
    };
  },
});
