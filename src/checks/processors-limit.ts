import { community } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread } from './wording/outcomes.js';

export const processorsLimit = defineCheck({
  id: 'processors-limit',
  row: 'hardware-compatibility',
  title: say({ en: 'Number of processors', es: 'Número de procesadores' }),
  why: say({
    en: 'Small Business Server 2003 supports two physical processors. With more, set-up is said to stop; at best the others lie idle.',
    es: 'Small Business Server 2003 admite dos procesadores físicos. Con más, se dice que la instalación se detiene; en el mejor caso, los demás quedan sin uso.',
  }),
  platforms: ['windows'],
  concerns: path => path.requires.maxProcessors !== undefined,
  needs: { hardware },
  sources: [
    community.sbsHardware,
    {
      title: say({
        en: 'That set-up stops with more processors is remembered, not read',
        es: 'Que la instalación se detenga con más procesadores se recuerda, no se ha leído',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ hardware: { processor } }, { path, to }) => {
    const most = path.requires.maxProcessors ?? 0;
    const { sockets } = processor;
    const evidence = { sockets: sockets ?? null, most };
    if (sockets === undefined) {
      return unread(
        {
          en: `The number of physical processors could not be read. Look at the maker’s data of the machine: ${to.name} supports ${most}.`,
          es: `No se ha podido leer el número de procesadores físicos. Mire los datos del equipo: ${to.name} admite ${most}.`,
        },
        { severity: 'medium', evidence },
      );
    }
    if (sockets <= most) {
      return pass(
        {
          en: f => `${f.plural(sockets, '# physical processor', '# physical processors')}; ${most} are supported.`,
          es: f => `${f.plural(sockets, '# procesador físico', '# procesadores físicos')}; se admiten ${most}.`,
        },
        { evidence },
      );
    }
    return fail(
      'high',
      {
        en: `The server shows ${sockets} processors; ${to.name} supports ${most} physical ones.`,
        es: `El servidor muestra ${sockets} procesadores; ${to.name} admite ${most} físicos.`,
      },
      {
        remedy: hint({
          en: 'Windows 2000 counts Hyper-Threading as processors of their own: if that is why, switch it off in the BIOS for the upgrade. Give a virtual machine fewer processors; take out what is too much otherwise.',
          es: 'Windows 2000 cuenta Hyper-Threading como procesadores aparte: si es por eso, desactívelo en la BIOS durante la actualización. A una máquina virtual asígnele menos procesadores; en otro caso, retire los que sobren.',
        }),
        evidence,
      },
    );
  },
});
