import { type Text, say } from '../i18n/text.js';
import type { Requirements, Source, UpgradePath } from '../model/path.js';

const before2000: Source = {
  title: 'Microsoft TechNet: Before Upgrading Small Business Server 2000',
  url: 'https://technet.microsoft.com/library/cc719797(v=ws.10)',
  proof: 'vendor',
};
const before2003: Source = {
  title: 'Microsoft: Before Upgrading Windows 2000 Server or Windows Server 2003',
  url: 'https://learn.microsoft.com/previous-versions/windows/server/cc708109(v=ws.10)',
  proof: 'vendor',
};
const companion: Source = {
  title: 'SBS 2003 Administrator’s Companion, “Preparing for an Upgrade”',
  url: 'https://flylib.com/books/en/4.486.1.30/1/',
  proof: 'community',
};
const servicePack: Source = {
  title: 'Microsoft KB 932600',
  url: 'https://support.microsoft.com/kb/932600',
  proof: 'vendor',
};
const minimum: Source = { title: 'Hardware minimum of SBS 2003 as usually quoted', proof: 'unverified' };
const migration: Source = {
  title: 'Microsoft TechNet: migrating to SBS 2011 Standard',
  url: 'https://technet.microsoft.com/library/gg563799(v=ws.11)',
  proof: 'vendor',
};
const noInPlace: Source = {
  title: 'No in-place path from Small Business Server to later Windows Server is known',
  proof: 'unverified',
};

const GiB = 1024 ** 3;

/** 2 GB free is Microsoft's word (cc719797, cc708109); processor and memory are the figures usually quoted. */
const sbs2003: Requirements = {
  systemFreeBytes: 2 * GiB,
  memoryBytes: 256 * 1024 ** 2,
  recommendedMemoryBytes: 384 * 1024 ** 2,
  cpuMegahertz: 300,
  maxProcessors: 2,
  architectures: ['x86'],
  sources: [before2000, before2003, minimum],
};

const afterHours = say({
  en: 'Upgrade outside business hours, and plan twice the time you expect. The set-up language must be the installed one.',
  es: 'Actualice fuera del horario de trabajo y reserve el doble del tiempo que calcule. El idioma de la instalación debe ser el instalado.',
});

const inPlace = (
  from: string,
  to: string,
  sources: readonly Source[],
  notes: readonly Text[] = [afterHours],
): UpgradePath => ({
  id: `${from}-${to}`,
  from,
  to,
  kind: 'in-place',
  notes,
  requires: sbs2003,
  sources,
});

const migrate = (from: string, to: string, sources: readonly Source[], note: Text): UpgradePath => ({
  id: `${from}-${to}`,
  from,
  to,
  kind: 'migrate',
  notes: [note],
  requires: { sources: [] },
  sources,
});

const otherMachine = say({
  en: 'There is no way in place: set up a new server, move domain, mail and data to it, then retire this one.',
  es: 'No puede actualizarse en el mismo equipo: prepare un servidor nuevo, traslade a él el dominio, el correo y los datos, y retire este.',
});

const removeSp2 = say({
  en: 'Windows Server 2003 SP2 must be removed before some of these set-ups, and installed again afterwards.',
  es: 'Antes de algunas de estas instalaciones hay que quitar el SP2 de Windows Server 2003, e instalarlo de nuevo después.',
});

export const smallBusinessServerPaths: readonly UpgradePath[] = [
  inPlace('ws2000', 'sbs2003', [before2003, companion]),
  inPlace('ws2003', 'sbs2003', [before2003, servicePack], [afterHours, removeSp2]),
  inPlace('sbs2000', 'sbs2003', [before2000, companion]),
  inPlace('sbs2003', 'sbs2003r2', [servicePack], [afterHours, removeSp2]),
  migrate('nt4', 'sbs2003', [companion], otherMachine),
  migrate('sbs45', 'sbs2003', [companion], otherMachine),
  migrate('sbs2003', 'ws2025', [noInPlace], otherMachine),
  migrate('sbs2003r2', 'ws2025', [noInPlace], otherMachine),
  migrate('sbs2003r2', 'sbs2011', [migration], otherMachine),
  migrate('sbs2008', 'ws2025', [noInPlace], otherMachine),
  migrate('sbs2011', 'ws2025', [noInPlace], otherMachine),
  migrate('ws2003r2', 'ws2025', [noInPlace], otherMachine),
];
