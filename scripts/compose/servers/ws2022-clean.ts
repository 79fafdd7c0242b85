import { hyperVAdapter, hyperVDevices, hyperVDrivers, hyperVMachine } from '../hardware.js';
import type { ServerSketch } from '../sketch.js';

/** Nothing stands in the way here: what is left are questions to people. */
export const ws2022Clean: ServerSketch = {
  file: 'ws2022-clean',
  note: {
    en: 'Composed by Antesala’s authors from Microsoft’s documentation. A small Windows Server 2022 in a Hyper-V machine, kept well.',
    es: 'Compuesta por los autores de Antesala a partir de documentación de Microsoft. Un Windows Server 2022 pequeño en una máquina de Hyper-V, bien cuidado.',
  },
  sources: [
    'Microsoft: Windows Server upgrade overview (learn.microsoft.com/windows-server/get-started/upgrade-overview)',
    'Microsoft: Hardware requirements for Windows Server (learn.microsoft.com/windows-server/get-started/hardware-requirements)',
    'Microsoft: MSFT_MpComputerStatus class',
  ],
  release: 'ws2022',
  language: 'en',
  computer: 'APP02',
  domain: 'fabrikam.example',
  installed: '2023-02-14',
  startedAt: '2026-11-12T04:10:00',
  hardware: hyperVMachine(16, 4, '2022-07-22'),
  roles: ['Windows-Defender', 'Windows-Server-Backup', 'Web-Server'],
  drivers: hyperVDrivers('10.0.20348.1'),
  devices: hyperVDevices,
  adapters: [hyperVAdapter([['10.20.0.32', '255.255.255.0']], '10.20.0.1', ['10.20.0.10', '10.20.0.11'])],
  volumes: [
    { label: '', gibibytes: 0.1, freeGibibytes: 0.07, fileSystem: 'FAT32' },
    { letter: 'C:', label: 'System', gibibytes: 126, freeGibibytes: 78 },
    { letter: 'D:', label: 'Data', gibibytes: 200, freeGibibytes: 121, disk: 1 },
  ],
  applications: [
    {
      name: 'Microsoft Edge',
      version: '142.0.3595.94',
      publisher: 'Microsoft Corporation',
      narrow: true,
      day: '2026-11-19',
    },
    {
      id: '{C2C59CAB-8766-4ABD-A8EF-1151A36C41E5}',
      name: 'Microsoft Visual C++ 2022 X64 Minimum Runtime - 14.38.33135',
      version: '14.38.33135',
      publisher: 'Microsoft Corporation',
      day: '2024-01-30',
    },
  ],
  updates: [
    ['KB5068787', '2026-11-12'],
    ['KB5066139', '2026-10-14'],
    ['KB5012170', '2023-02-14'],
  ],
  profiles: ['Administrator', 'svc-web'],
  defender: { realTime: true, tamper: false },
  backup: { day: '2026-11-23', target: 'E:', ended: 'well' },
};
