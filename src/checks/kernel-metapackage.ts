import { identity } from '../facts/identity.js';
import { kernel } from '../facts/kernel.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const kernelMetapackage = defineCheck({
  id: 'kernel-metapackage',
  row: 'updates',
  title: say({ en: 'New kernel comes by itself', es: 'El núcleo nuevo llega solo' }),
  why: say({
    en: 'Only a package such as linux-image-amd64 brings the new release’s kernel; without it the old one stays, with its holes.',
    es: 'Solo un paquete como linux-image-amd64 trae el núcleo de la nueva versión; sin él se queda el antiguo, con sus fallos.',
  }),
  platforms: ['linux'],
  needs: { kernel, identity },
  sources: [upgradeChapter('Installing a kernel metapackage')],

  run: ({ kernel: { foreignHost, metapackages }, identity: { architecture } }) => {
    if (foreignHost) {
      return {
        state: 'not-applicable',
        text: say({
          en: 'The kernel is the host’s, not this system’s.',
          es: 'El núcleo es del anfitrión, no de este sistema.',
        }),
      };
    }
    if (metapackages.length > 0) {
      return {
        state: 'pass',
        text: say({ en: f => `${f.list(metapackages)} will bring it.`, es: f => `Lo traerá ${f.list(metapackages)}.` }),
      };
    }
    return {
      state: 'warn',
      severity: 'medium',
      text: say({
        en: 'No kernel metapackage is installed.',
        es: 'No hay instalado ningún metapaquete del núcleo.',
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Install the one for this architecture.',
          es: 'Instale el que corresponde a esta arquitectura.',
        }),
        command: `apt-get install linux-image-${architecture === 'arm64' ? 'arm64' : 'amd64'}`,
      },
    };
  },
});
