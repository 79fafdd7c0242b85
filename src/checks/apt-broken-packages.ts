import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptBrokenPackages = defineCheck({
  id: 'apt-broken-packages',
  row: 'updates',
  title: say({ en: 'Packages half installed', es: 'Paquetes a medio instalar' }),
  why: say({
    en: 'A release upgrade starts with thousands of packages in a known state; one that is half installed stops it in the middle.',
    es: 'Un cambio de versión parte de miles de paquetes en un estado conocido; uno a medio instalar lo detiene a mitad de camino.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Prepare the package database')],

  run: ({ apt: { broken } }) => {
    if (broken.length === 0) {
      return { state: 'pass', text: say({ en: 'All packages are whole.', es: 'Todos los paquetes están completos.' }) };
    }
    return {
      state: 'fail',
      severity: 'inhibitor',
      text: say({
        en: f =>
          `${f.plural(broken.length, '# package is', '# packages are')} not fully installed: ${f.list(broken.map(shown))}.`,
        es: f =>
          `${f.plural(broken.length, '# paquete no está instalado', '# paquetes no están instalados')} por completo: ${f.list(broken.map(shown))}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Finish or repair them as root, then look again.',
          es: 'Termine o repare su instalación como root y vuelva a mirar.',
        }),
        command: 'dpkg --configure -a && apt-get --fix-broken install && dpkg --audit',
      },
      evidence: { packages: broken.map(shown) },
    };
  },
});

const shown = ({ name, state }: { readonly name: string; readonly state: string }): string => `${name} (${state})`;
