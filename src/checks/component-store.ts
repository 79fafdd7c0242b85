import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, command } from './wording/outcomes.js';

const since2012 = new Set([
  'ws2012',
  'ws2012r2',
  'ws2016',
  'ws2019',
  'ws2022',
  'wse2012',
  'wse2012r2',
  'wse2016',
  'wse2019',
]);

export const componentStore = defineCheck({
  id: 'component-store',
  row: 'updates',
  title: say({ en: 'Component store whole', es: 'Almacén de componentes íntegro' }),
  why: say({
    en: 'A damaged component store makes set-up report roles that are not installed, or fail after an hour.',
    es: 'Un almacén de componentes dañado hace que la instalación vea roles que no existen o falle al cabo de una hora.',
  }),
  platforms: ['windows'],
  concerns: path => since2012.has(path.from),
  needs: { identity },
  sources: [
    microsoft.setup2012,
    {
      title: say({
        en: 'DISM /CheckHealth and /ScanHealth, well known',
        es: 'DISM /CheckHealth y /ScanHealth, conocidos por todos',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ identity: { computer } }) =>
    ask(
      {
        en: 'It takes minutes to look, so the assessment does not.',
        es: 'Comprobarlo tarda minutos, así que la evaluación no lo hace.',
      },
      {
        en: `Does the command below say on ${computer} that no damage to the component store was found?`,
        es: `¿Dice la orden de abajo, en ${computer}, que no se han detectado daños en el almacén de componentes?`,
      },
      {
        remedy: command('DISM /Online /Cleanup-Image /ScanHealth', {
          en: 'Run it as administrator. If it finds damage: DISM /Online /Cleanup-Image /RestoreHealth, then again.',
          es: 'Ejecútela como administrador. Si encuentra daños: DISM /Online /Cleanup-Image /RestoreHealth, y repita.',
        }),
      },
    ),
});
