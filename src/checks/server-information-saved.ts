import { microsoft } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, command } from './wording/outcomes.js';
import { isAtLeast, staysInPlace } from './wording/windows-paths.js';

const modern = [
  'Get-ComputerInfo -Property WindowsBuildLabEx,WindowsEditionID | Out-File C:\\before\\computer.txt',
  'systeminfo.exe | Out-File C:\\before\\systeminfo.txt',
  'ipconfig.exe /all | Out-File C:\\before\\ipconfig.txt',
];
const older = ['systeminfo > C:\\before\\systeminfo.txt', 'ipconfig /all > C:\\before\\ipconfig.txt'];

export const serverInformationSaved = defineCheck({
  id: 'server-information-saved',
  row: 'full-backup',
  title: say({ en: 'The server’s details kept elsewhere', es: 'Datos del servidor guardados en otro lugar' }),
  why: say({
    en: 'If the upgrade fails, addresses, build and edition are needed when the server can no longer tell them.',
    es: 'Si la actualización falla, harán falta direcciones, compilación y edición cuando el servidor ya no pueda decirlas.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: {},
  sources: [microsoft.inPlace],

  run: (_, { from }) =>
    ask(
      {
        en: 'Antesala’s recording holds most of it; Microsoft asks for these besides.',
        es: 'La grabación de Antesala contiene la mayor parte; Microsoft pide además esto.',
      },
      {
        en: 'Are the files, the recording and this report stored somewhere other than on this server?',
        es: '¿Están los archivos, la grabación y este informe guardados fuera de este servidor?',
      },
      {
        severity: 'low',
        remedy: command(['mkdir C:\\before', ...(isAtLeast(from.id, 'ws2016') ? modern : older)].join('\n'), {
          en: isAtLeast(from.id, 'ws2016')
            ? 'In PowerShell on the server, as Administrator; then copy the folder off it.'
            : 'In a command prompt on the server, as Administrator; then copy the folder off it. Windows 2000 has no systeminfo.',
          es: isAtLeast(from.id, 'ws2016')
            ? 'En PowerShell en el servidor, como administrador; después copie la carpeta fuera de él.'
            : 'En un símbolo del sistema en el servidor, como administrador; después copie la carpeta fuera de él. Windows 2000 no tiene systeminfo.',
        }),
      },
    ),
});
