import { community, microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass } from './wording/outcomes.js';

const bits: Readonly<Record<string, string>> = { x86: '32-bit', x64: '64-bit', arm64: '64-bit ARM' };
const bitsEs: Readonly<Record<string, string>> = { x86: '32 bits', x64: '64 bits', arm64: 'ARM de 64 bits' };

export const architecture64Bit = defineCheck({
  id: 'architecture-64-bit',
  row: 'hardware-compatibility',
  title: say({ en: '32-bit or 64-bit', es: '32 o 64 bits' }),
  why: say({
    en: 'An upgrade never changes between 32-bit and 64-bit Windows, even on a processor that could run both.',
    es: 'Una actualización nunca pasa de Windows de 32 bits a 64 ni al revés, aunque el procesador admita ambos.',
  }),
  platforms: ['windows'],
  concerns: path => path.kind === 'in-place' && path.requires.architectures !== undefined,
  needs: { identity },
  sources: [microsoft.conversion, community.windows2003Family],

  run: ({ identity: { architecture } }, { path, to }) => {
    const accepted = path.requires.architectures ?? [];
    const evidence = { architecture, accepted };
    const here = { en: bits[architecture] ?? architecture, es: bitsEs[architecture] ?? architecture };
    if (accepted.includes(architecture)) {
      return pass(
        {
          en: `Windows is ${here.en}, which the upgrade to ${to.name} takes.`,
          es: `Windows es de ${here.es}, lo que admite la actualización a ${to.name}.`,
        },
        { evidence },
      );
    }
    return fail(
      'inhibitor',
      {
        en: f =>
          `Windows is ${here.en}; ${to.name} exists only for ${f.list(accepted.map(one => bits[one] ?? one))}, and an upgrade cannot change that.`,
        es: f =>
          `Windows es de ${here.es}; ${to.name} solo existe para ${f.list(accepted.map(one => bitsEs[one] ?? one))}, y una actualización no puede cambiarlo.`,
      },
      {
        remedy: hint({
          en: 'Install the target on another machine, or anew on this one after a backup, and move the data.',
          es: 'Instale el destino en otro equipo, o desde cero en este tras una copia de seguridad, y traslade los datos.',
        }),
        evidence,
      },
    );
  },
});
