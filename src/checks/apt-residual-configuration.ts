import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

export const aptResidualConfiguration = defineCheck({
  id: 'apt-residual-configuration',
  row: 'disk-cleanup',
  title: say({ en: 'Configuration of removed packages', es: 'Configuración de paquetes eliminados' }),
  why: say({
    en: 'Left-over configuration is offered to the new version of a package when that comes back.',
    es: 'La configuración que queda se ofrece a la nueva versión del paquete si este vuelve.',
  }),
  platforms: ['linux'],
  needs: { apt },
  sources: [upgradeChapter('Remove leftover configuration files')],

  run: ({ apt: { residualConfig } }) => {
    if (residualConfig.length === 0) {
      return { state: 'pass', text: say({ en: 'Nothing is left over.', es: 'No queda nada.' }) };
    }
    return {
      state: 'warn',
      severity: 'info',
      text: say({
        en: f =>
          `${f.plural(residualConfig.length, '# removed package has', '# removed packages have')} left configuration behind: ${f.list(residualConfig, 10)}.`,
        es: f =>
          `${f.plural(residualConfig.length, '# paquete eliminado ha dejado', '# paquetes eliminados han dejado')} su configuración: ${f.list(residualConfig, 10)}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Make sure that the backup holds /etc, then purge what is not needed.',
          es: 'Compruebe que la copia incluye /etc y purgue lo que no haga falta.',
        }),
        command: "apt list '?config-files'",
      },
      evidence: { packages: residualConfig },
    };
  },
});
