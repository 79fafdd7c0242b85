import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, pass, unread, warn } from './wording/outcomes.js';

export const cpuSpeed = defineCheck({
  id: 'cpu-speed',
  row: 'hardware-compatibility',
  title: say({ en: 'Speed of the processor', es: 'Velocidad del procesador' }),
  why: say({
    en: 'Below the speed asked for, the new system installs for hours and answers slowly ever after.',
    es: 'Por debajo de la velocidad pedida, el nuevo sistema tarda horas en instalarse y después responde despacio.',
  }),
  platforms: ['windows'],
  concerns: path => path.requires.cpuMegahertz !== undefined,
  needs: { hardware },
  sources: [microsoft.hardware, unverified.sbs2003Hardware],
  sourcesFor: ({ path }) => path.requires.sources,

  run: ({ hardware: { processor } }, { path }) => {
    const needed = path.requires.cpuMegahertz ?? 0;
    const { megahertz } = processor;
    const evidence = { megahertz: megahertz ?? null, needed, model: processor.model ?? null };
    if (megahertz === undefined) {
      return unread(
        {
          en: f => `The speed could not be read. Look in msinfo32: ${f.number(needed)} MHz are asked for.`,
          es: f => `No se ha podido leer la velocidad. Mírela en msinfo32: se piden ${f.number(needed)} MHz.`,
        },
        { severity: 'low', evidence },
      );
    }
    if (megahertz >= needed) {
      return pass(
        {
          en: f => `${f.number(megahertz)} MHz; ${f.number(needed)} are asked for.`,
          es: f => `${f.number(megahertz)} MHz; se piden ${f.number(needed)}.`,
        },
        { evidence },
      );
    }
    return warn(
      'high',
      {
        en: f => `${f.number(megahertz)} MHz are less than the ${f.number(needed)} asked for.`,
        es: f => `${f.number(megahertz)} MHz son menos que los ${f.number(needed)} que se piden.`,
      },
      {
        remedy: hint({
          en: 'Set the power plan to high performance and look again: some servers report a reduced speed. If it stays, plan another machine.',
          es: 'Ponga el plan de energía en alto rendimiento y vuelva a mirarlo: algunos servidores muestran una velocidad reducida. Si sigue igual, prevea otro equipo.',
        }),
        evidence,
      },
    );
  },
});
