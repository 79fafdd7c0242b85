import { type Text, say } from '../i18n/text.js';

/** The four sections of Microsoft's 2005 paper "Windows Small Business Server 2003 upgrade best practices". */
export const sections = ['data', 'operating-system', 'hardware', 'network'] as const;
export type Section = (typeof sections)[number];

export const sectionTitles: Readonly<Record<Section, Text>> = {
  data: say({ en: 'Data', es: 'Datos' }),
  'operating-system': say({ en: 'Operating system', es: 'Sistema operativo' }),
  hardware: say({ en: 'Hardware', es: 'Hardware' }),
  network: say({ en: 'Network', es: 'Red' }),
};

/** The steps of that paper, one row each, by the section they stand in. */
export const rowSections = {
  'virus-scan': 'data',
  'full-backup': 'data',
  'backup-succeeded': 'data',
  'backup-proof': 'data',
  'service-pack': 'operating-system',
  updates: 'operating-system',
  'app-compatibility': 'operating-system',
  'third-party-services': 'operating-system',
  'disk-tools': 'operating-system',
  'hardware-compatibility': 'hardware',
  'drivers-and-firmware': 'hardware',
  'disk-space': 'hardware',
  'disk-cleanup': 'hardware',
  defragment: 'hardware',
  'internet-connection-info': 'network',
  'notify-users': 'network',
  'log-off-users': 'network',
  'disconnect-network': 'network',
} as const satisfies Record<string, Section>;

export type RowId = keyof typeof rowSections;

export const rowTitles: Readonly<Record<RowId, Text>> = {
  'virus-scan': say({ en: 'Virus scan', es: 'Análisis antivirus' }),
  'full-backup': say({ en: 'Full backup', es: 'Copia de seguridad completa' }),
  'backup-succeeded': say({ en: 'The backup ended well', es: 'La copia terminó bien' }),
  'backup-proof': say({ en: 'The backup restores', es: 'La copia se puede restaurar' }),
  'service-pack': say({ en: 'Product and service pack', es: 'Producto y Service Pack' }),
  updates: say({ en: 'Updates and restarts', es: 'Actualizaciones y reinicios' }),
  'app-compatibility': say({ en: 'Applications and roles', es: 'Aplicaciones y roles' }),
  'third-party-services': say({ en: 'Services of other makers', es: 'Servicios de otros fabricantes' }),
  'disk-tools': say({ en: 'Antivirus and backup agents', es: 'Antivirus y agentes de copia' }),
  'hardware-compatibility': say({ en: 'Hardware compatibility', es: 'Compatibilidad del hardware' }),
  'drivers-and-firmware': say({ en: 'Drivers and firmware', es: 'Controladores y firmware' }),
  'disk-space': say({ en: 'Disk space', es: 'Espacio en disco' }),
  'disk-cleanup': say({ en: 'Disk cleanup', es: 'Liberar espacio' }),
  defragment: say({ en: 'Defragmentation', es: 'Desfragmentación' }),
  'internet-connection-info': say({ en: 'Connection sheet', es: 'Datos de la conexión' }),
  'notify-users': say({ en: 'Notice to users', es: 'Aviso a los usuarios' }),
  'log-off-users': say({ en: 'Users still at work', es: 'Usuarios aún conectados' }),
  'disconnect-network': say({ en: 'Network disconnection', es: 'Desconexión de la red' }),
};

export const rowIds = Object.keys(rowSections) as RowId[];
