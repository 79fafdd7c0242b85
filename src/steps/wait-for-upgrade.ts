import { staysInPlace } from '../checks/wording/windows-paths.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineStep } from '../model/step.js';
import { handOverSources, whatToDo } from './hand-over/what-to-do.js';

export const waitForUpgrade = defineStep({
  id: 'wait-for-upgrade',
  row: 'service-pack',
  phase: 'hand-over',
  title: say({ en: 'Upgrade now', es: 'Actualizar ahora' }),
  why: say({
    en: 'The preparation ends here. What the server is afterwards, its product and build, tells that the upgrade has happened; nobody has to say so.',
    es: 'La preparación acaba aquí. Lo que sea el servidor después, su producto y compilación, dice que se ha actualizado; nadie tiene que decirlo.',
  }),
  changes: say({
    en: 'Nothing: the upgrade itself is done by a person with the vendor’s own set-up, as the plan says for this path.',
    es: 'Nada: la actualización la hace una persona con la instalación del propio fabricante, como dice el plan para esta ruta.',
  }),
  undone: say({
    en: 'An upgrade is not undone: the way back is the backup that was proved before.',
    es: 'Una actualización no se deshace: el camino de vuelta es la copia de seguridad que se comprobó antes.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { identity },
  sources: handOverSources,

  plan: ({ identity: { version } }, situation) => ({
    state: 'do',
    text: say({
      en: `This server is ${situation.from.name} (${version}); it is to become ${situation.to.name}.`,
      es: `Este servidor es ${situation.from.name} (${version}) y ha de ser ${situation.to.name}.`,
    }),
    items: [
      {
        id: 'wait-for-upgrade/hand-over',
        kind: 'hand-over',
        text: whatToDo(situation),
        // common practice: an hour for a release of Linux, two for Windows; the server's own log knows better afterwards
        seconds: situation.recording.platform === 'linux' ? 3600 : 7200,
      },
    ],
  }),
});
