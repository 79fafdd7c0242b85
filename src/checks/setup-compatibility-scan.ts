import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { UpgradePath } from '../model/path.js';
import { ask, command } from './wording/outcomes.js';
import { isAtLeast, staysInPlace } from './wording/windows-paths.js';

export const setupCompatibilityScan = defineCheck({
  id: 'setup-compatibility-scan',
  row: 'app-compatibility',
  title: say({ en: 'The installer’s own check', es: 'La comprobación del propio instalador' }),
  why: say({
    en: 'The medium can look for what would stop it without changing anything; it knows blocks that no list has.',
    es: 'El medio puede buscar lo que lo detendría sin cambiar nada; conoce bloqueos que no están en ninguna lista.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: {},
  sources: [microsoft.setupOptions, microsoft.checkUpgradeOnly, unverified.practice],

  run: (_, { path, to }) =>
    ask(
      {
        en: `The medium of ${to.name} can check this server without upgrading it.`,
        es: `El medio de ${to.name} puede comprobar este servidor sin actualizarlo.`,
      },
      { en: 'Has it run and found nothing that blocks?', es: '¿Se ha ejecutado sin encontrar nada que lo impida?' },
      {
        remedy: command(
          lineFor(path),
          isAtLeast(path.to, 'ws2016')
            ? {
                en: 'On the server, as Administrator; D: is the medium. Exit code 0xC1900210 means that nothing was found.',
                es: 'En el servidor, como administrador; D: es el medio. El código de salida 0xC1900210 significa que no se ha encontrado nada.',
              }
            : {
                en: 'On the server, as Administrator; D: is the medium. It shows a list of what it found.',
                es: 'En el servidor, como administrador; D: es el medio. Muestra una lista de lo que ha encontrado.',
              },
        ),
      },
    ),
});

/** The switches of the newer media are documented for Windows 10 and 11, whose engine is the same; the older one for 2012 is from memory. */
function lineFor({ to }: UpgradePath): string {
  if (isAtLeast(to, 'ws2016')) {
    return 'D:\\setup.exe /Auto Upgrade /Quiet /NoReboot /DynamicUpdate disable /Compat ScanOnly /CopyLogs C:\\SetupLogs';
  }
  return isAtLeast(to, 'ws2008') ? 'D:\\setup.exe /checkupgradeonly' : 'D:\\i386\\winnt32.exe /checkupgradeonly';
}
