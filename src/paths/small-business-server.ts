import { community, microsoft, unverified } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import type { Requirements, UpgradePath } from '../model/path.js';
import { inPlace, migrate } from './way.js';

const MiB = 1024 ** 2;

/** Two gigabytes free and NTFS are Microsoft's word; processor and memory are the figures usually quoted. */
const sbs2003: Requirements = {
  systemFreeBytes: 2 * 1024 * MiB,
  memoryBytes: 256 * MiB,
  recommendedMemoryBytes: 384 * MiB,
  cpuMegahertz: 300,
  maxProcessors: 2,
  architectures: ['x86'],
  sources: [
    microsoft.sbs2000Before,
    microsoft.windows2000Before,
    microsoft.sbs2003AppendixD,
    community.sbsHardware,
    unverified.sbs2003Hardware,
  ],
};

const sameLanguage = say({
  en: 'The language of the set-up must be that of the system installed.',
  es: 'El idioma del programa de instalación debe ser el del sistema instalado.',
});
const longGone = say({
  en: 'Small Business Server 2003 has had no security updates since 12 April 2016. For a supported system, plan a migration to a new server instead.',
  es: 'Small Business Server 2003 no recibe actualizaciones de seguridad desde el 12 de abril de 2016. Para tener un sistema con soporte, planifique una migración a un servidor nuevo.',
});
const exchangeFirst = say({
  en: 'The set-up of Small Business Server brings Exchange 2000 to 2003 before Windows; on plain Windows, Exchange must be upgraded first.',
  es: 'La instalación de Small Business Server pasa Exchange 2000 a 2003 antes que Windows; en un Windows normal hay que actualizar Exchange primero.',
});
const outOfHours = say({
  en: 'Do it outside business hours: estimate the time, then double it.',
  es: 'Hágalo fuera del horario de trabajo: calcule el tiempo y duplíquelo.',
});
const removeSp2 = say({
  en: 'Service Pack 2 of Windows Server 2003 must be removed before and put back afterwards.',
  es: 'El Service Pack 2 de Windows Server 2003 debe quitarse antes y volver a instalarse después.',
});
const premium = say({
  en: 'Premium Edition adds SQL Server and ISA Server to the same server; install it after Standard.',
  es: 'La edición Premium añade SQL Server e ISA Server al mismo servidor; se instala después de la Standard.',
});
const otherMachine = say({
  en: 'There is no in-place way. Set up a new server, move domain, mail and data, then retire this one. Exchange and SharePoint need a home first: a server of their own or a cloud service.',
  es: 'No hay actualización en el mismo equipo. Instale un servidor nuevo, traslade dominio, correo y datos y retire este. Exchange y SharePoint necesitan antes un destino: un servidor propio o un servicio en la nube.',
});
const noContacts = say({
  en: 'The documented migration does not carry mail-enabled contacts across.',
  es: 'La migración documentada no traslada los contactos habilitados para correo.',
});

export const smallBusinessServerPaths: readonly UpgradePath[] = [
  inPlace('sbs2000', 'sbs2003', {
    usual: true,
    notes: [sameLanguage, exchangeFirst, outOfHours, longGone],
    requires: sbs2003,
    sources: [microsoft.sbs2000Before, microsoft.bestPractices, community.sbsCompanion],
  }),
  inPlace('ws2000', 'sbs2003', {
    notes: [sameLanguage, outOfHours, longGone],
    requires: sbs2003,
    sources: [microsoft.windows2000Before, microsoft.bestPractices, community.sbsCompanion],
  }),
  ...['ws2003', 'ws2003r2'].map(from =>
    inPlace(from, 'sbs2003', {
      notes: [sameLanguage, removeSp2, outOfHours, longGone],
      requires: sbs2003,
      sources: [microsoft.windows2000Before, microsoft.kb932600, community.sbsCompanion],
    }),
  ),
  inPlace('sbs2003', 'sbs2003r2', {
    notes: [removeSp2, premium, longGone],
    requires: sbs2003,
    sources: [microsoft.kb932600],
  }),
  ...['sbs45', 'nt4'].map(from =>
    migrate(from, 'sbs2003', { notes: [noContacts, longGone], sources: [microsoft.migrateSbs45] }),
  ),
  ...['sbs2000', 'sbs2003', 'sbs2003r2'].map(from =>
    migrate(from, 'ws2025', {
      notes: [otherMachine],
      sources: [
        {
          title: say({
            en: 'Small Business Server to 2003 is 32-bit; Windows Server 2025 is not',
            es: 'Hasta 2003, Small Business Server es de 32 bits; Windows Server 2025 no',
          }),
          proof: 'derived',
        },
      ],
    }),
  ),
  migrate('sbs45', 'ws2025', { notes: [otherMachine], sources: [microsoft.migrateSbs45] }),
  ...['sbs2008', 'sbs2011'].map(from =>
    migrate(from, 'ws2025', { notes: [otherMachine], sources: [microsoft.upgradeOverview, unverified.practice] }),
  ),
];
