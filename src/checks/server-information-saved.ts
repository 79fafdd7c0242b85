import { microsoft } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, command, type Wording } from './wording/outcomes.js';
import { isAtLeast, staysInPlace } from './wording/windows-paths.js';

const modern = [
  'Get-ComputerInfo -Property WindowsBuildLabEx,WindowsEditionID | Out-File C:\\before\\computer.txt',
  'systeminfo.exe | Out-File C:\\before\\systeminfo.txt',
  'ipconfig.exe /all | Out-File C:\\before\\ipconfig.txt',
];
const older = ['systeminfo > C:\\before\\systeminfo.txt', 'ipconfig /all > C:\\before\\ipconfig.txt'];
const oldest = ['ipconfig /all > C:\\before\\ipconfig.txt'];

function linesFor(product: string): readonly string[] {
  if (isAtLeast(product, 'ws2016')) return modern;
  return isAtLeast(product, 'ws2003') ? older : oldest;
}

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
        remedy: command(['mkdir C:\\before', ...linesFor(from.id)].join('\n'), whereToRun(from.id)),
      },
    ),
});

function whereToRun(product: string): Wording {
  if (isAtLeast(product, 'ws2016')) {
    return {
      en: 'In PowerShell on the server, as Administrator; then copy the folder off it.',
      es: 'En PowerShell en el servidor, como administrador; después copie la carpeta fuera de él.',
    };
  }
  if (isAtLeast(product, 'ws2003')) {
    return {
      en: 'In a command prompt on the server, as Administrator; then copy the folder off it.',
      es: 'En un símbolo del sistema en el servidor, como administrador; después copie la carpeta fuera de él.',
    };
  }
  return {
    en: 'In a command prompt on the server, as Administrator. Windows 2000 has no systeminfo: save what System Information (winmsd) shows to the same folder. Then copy the folder off the server.',
    es: 'En un símbolo del sistema en el servidor, como administrador. Windows 2000 no tiene systeminfo: guarde en la misma carpeta lo que muestra Información del sistema (winmsd). Después copie la carpeta fuera del servidor.',
  };
}
