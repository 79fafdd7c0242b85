import { microsoft } from '../catalog/microsoft-sources.js';
import { staysInPlace } from '../checks/wording/windows-paths.js';
import { sessions } from '../facts/sessions.js';
import { type Text, say, sentences } from '../i18n/text.js';
import { defineStep } from '../model/step.js';
import { atWork, sessionText } from './people/at-work.js';

export const logOffUsers = defineStep({
  id: 'log-off-users',
  row: 'log-off-users',
  phase: 'people',
  title: say({ en: 'Let users finish and log off', es: 'Dejar que los usuarios terminen y cierren la sesión' }),
  why: say({
    en: 'Whoever still works when the upgrade starts loses what is not saved. They are warned on screen and waited for; nobody’s work is ended without a word.',
    es: 'Quien siga trabajando cuando empiece la actualización pierde lo que no haya guardado. Se le avisa en pantalla y se le espera; no se corta el trabajo de nadie sin avisar.',
  }),
  changes: say({
    en: 'Sessions at the console, over Remote Desktop and SSH, and open file shares are listed each minute and warned until the countdown is over. Those left are ended only when the plan says so. Antesala’s own session never is.',
    es: 'Las sesiones en la consola, por Escritorio remoto y por SSH, y los archivos compartidos abiertos se revisan cada minuto y se avisan hasta que acaba la cuenta atrás. Las que quedan se cierran solo si el plan lo dice. La de Antesala, nunca.',
  }),
  undone: say({
    en: 'It is not: a session that was ended is gone. People log on again when the upgrade is done.',
    es: 'No se deshace: una sesión cerrada no vuelve. Los usuarios la abren de nuevo cuando termine la actualización.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { sessions },
  sources: [microsoft.bestPractices],

  plan: ({ sessions: value }, { choices }) => {
    const { countdownMinutes, force } = choices.logOff;
    const now = atWork(value);
    const files = value.openFiles;
    const then = force
      ? say({ en: 'then what is left is ended', es: 'después se cierra lo que quede' })
      : say({
          en: 'then the plan waits, and ends nobody’s session',
          es: 'después el plan espera y no cierra la sesión de nadie',
        });
    return {
      state: 'do',
      text: sentences(whoNow(now.map(sessionText)), ...(files === undefined ? [filesUnknown] : [])),
      items: [
        {
          id: 'log-off-users/sessions',
          kind: 'log-off',
          text: say({
            en: f =>
              `People are warned on screen and waited for up to ${f.duration(countdownMinutes * 60)}; ${then.en}.`,
            es: f => `Se avisa en pantalla y se espera como mucho ${f.duration(countdownMinutes * 60)}; ${then.es}.`,
          }),
          seconds: countdownMinutes * 60,
          countdownMinutes,
          force,
          irreversible: force
            ? say({
                en: 'What is not saved in a session that is ended is lost.',
                es: 'Se pierde lo que no esté guardado en una sesión que se cierra.',
              })
            : say({
                en: 'People log on again by themselves; no session is ended by force.',
                es: 'Los usuarios vuelven a entrar por sí mismos; ninguna sesión se cierra a la fuerza.',
              }),
        },
      ],
    };
  },
});

const filesUnknown = say({
  en: 'Files opened over the network could not be listed: ask before you start.',
  es: 'No se pudieron enumerar los archivos abiertos por la red: pregunte antes de empezar.',
});

function whoNow(names: readonly Text[]): Text {
  if (names.length === 0) return say({ en: 'Nobody is at work now.', es: 'Ahora no hay nadie trabajando.' });
  return say({
    en: f => `At work now: ${f.list(names.map(text => text.en))}.`,
    es: f => `Trabajando ahora: ${f.list(names.map(text => text.es))}.`,
  });
}
