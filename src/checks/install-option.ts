import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, fail, hint, unread } from './wording/outcomes.js';
import { toModernWindows } from './wording/windows-paths.js';

export const installOption = defineCheck({
  id: 'install-option',
  row: 'service-pack',
  title: say({ en: 'Server Core or desktop', es: 'Server Core o escritorio' }),
  why: say({
    en: 'Set-up offers Server Core first. With the wrong choice, “keep files, settings and applications” is greyed out.',
    es: 'El instalador ofrece primero Server Core. Si se elige mal, no se puede marcar «conservar archivos, configuración y aplicaciones».',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { identity },
  sources: [microsoft.conversion, microsoft.removed],

  run: ({ identity: { installation } }) => {
    if (installation === undefined) {
      return unread({
        en: 'It could not be read whether this is Server Core. A server with a desktop and a Start menu is “Desktop Experience”; choose the same in Setup.',
        es: 'No se ha podido leer si es Server Core. Un servidor con escritorio y menú Inicio es «Experiencia de escritorio»; elija lo mismo en la instalación.',
      });
    }
    const evidence = { installation };
    if (installation === 'nano') {
      return fail(
        'inhibitor',
        {
          en: 'This is Nano Server, which later releases no longer offer for a server of its own.',
          es: 'Es Nano Server, que las versiones posteriores ya no ofrecen como servidor propio.',
        },
        {
          remedy: hint({
            en: 'Set up a new server as Server Core and move the workloads to it.',
            es: 'Instale un servidor nuevo con Server Core y traslade a él las cargas de trabajo.',
          }),
          evidence,
        },
      );
    }
    const core = installation === 'core';
    return ask(
      core
        ? {
            en: 'This is Server Core: choose the image without desktop.',
            es: 'Es Server Core: elija la imagen sin escritorio.',
          }
        : {
            en: 'This server has a desktop: choose the image “Desktop Experience”, not the first one offered.',
            es: 'Este servidor tiene escritorio: elija la imagen «Experiencia de escritorio», no la primera que se ofrece.',
          },
      core
        ? { en: 'Does the medium offer Server Core?', es: '¿Ofrece el medio Server Core?' }
        : {
            en: 'Does the medium offer “Desktop Experience”, and does whoever does the upgrade know to choose it?',
            es: '¿Ofrece el medio «Experiencia de escritorio», y sabe quien vaya a actualizar que debe elegirla?',
          },
      { severity: 'low', evidence },
    );
  },
});
