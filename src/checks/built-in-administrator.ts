import { community } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask } from './wording/outcomes.js';

export const builtInAdministrator = defineCheck({
  id: 'built-in-administrator',
  row: 'service-pack',
  title: say({ en: 'The built-in Administrator', es: 'El Administrador predefinido' }),
  why: say({
    en: 'Set-up of Small Business Server must be run by the built-in Administrator account, not merely by a member of its group.',
    es: 'La instalación de Small Business Server ha de ejecutarla la cuenta Administrador predefinida, no basta un miembro de su grupo.',
  }),
  platforms: ['windows'],
  concerns: path => path.to === 'sbs2003' && path.kind === 'in-place',
  needs: {},
  sources: [community.sbsExam],

  run: () =>
    ask(
      { en: 'Only a person can know.', es: 'Solo puede saberlo una persona.' },
      {
        en: 'Is the password of the built-in Administrator at hand, and has it been tried at the console?',
        es: '¿Tiene a mano la contraseña del Administrador predefinido y la ha probado en la consola?',
      },
    ),
});
