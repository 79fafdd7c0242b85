import { microsoft } from '../catalog/microsoft-sources.js';
import { hyperV } from '../facts/hyper-v.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, notConcerned, pass, unread } from './wording/outcomes.js';

export const hyperVMachinesOff = defineCheck({
  id: 'hyper-v-machines-off',
  row: 'app-compatibility',
  title: say({ en: 'Virtual machines shut down', es: 'Máquinas virtuales apagadas' }),
  why: say({
    en: 'The host restarts several times; saved states and online checkpoints are tied to the host’s version and may not come back.',
    es: 'El anfitrión se reinicia varias veces; los estados guardados y los puntos de control en línea dependen de su versión y pueden no recuperarse.',
  }),
  platforms: ['windows'],
  needs: { hyperV },
  sources: [microsoft.inPlace],

  run: ({ hyperV: { host, machines } }) => {
    if (!host) return notConcerned({ en: 'This is no Hyper-V host.', es: 'No es un anfitrión de Hyper-V.' });
    if (machines === undefined) {
      return unread({
        en: 'Its machines could not be listed. Look in Hyper-V Manager: all must be off, none saved.',
        es: 'No se han podido enumerar sus máquinas. Mire en el Administrador de Hyper-V: todas deben estar apagadas, ninguna guardada.',
      });
    }
    const on = machines.filter(machine => machine.state !== 'off');
    if (on.length === 0) {
      return pass({
        en: f => `${f.plural(machines.length, '# machine is', 'All # machines are')} off.`,
        es: f => `${f.plural(machines.length, '# máquina apagada', 'Las # máquinas están apagadas')}.`,
      });
    }
    return on.map(machine =>
      fail(
        'medium',
        {
          en: machine.state === 'saved' ? 'It is saved, not shut down.' : 'It is not shut down.',
          es: machine.state === 'saved' ? 'Está guardada, no apagada.' : 'No está apagada.',
        },
        {
          resource: machine.name,
          remedy:
            machine.checkpoints === 0
              ? hint({
                  en: 'Tell its users, and shut it down from inside just before the upgrade.',
                  es: 'Avise a sus usuarios y apáguela desde dentro justo antes de actualizar.',
                })
              : hint({
                  en: 'Tell its users, and shut it down from inside just before the upgrade; merge its checkpoints first.',
                  es: 'Avise a sus usuarios y apáguela desde dentro justo antes de actualizar; combine antes sus puntos de control.',
                }),
          evidence: { state: machine.state, checkpoints: machine.checkpoints ?? null },
        },
      ),
    );
  },
});
