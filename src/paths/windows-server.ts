import { community, microsoft, unverified } from '../catalog/microsoft-sources.js';
import { type Text, say } from '../i18n/text.js';
import type { UpgradePath } from '../model/path.js';
import { inPlace, migrate } from './way.js';
import { windowsRequirements } from './windows-requirements.js';

/**
 * Microsoft's table of in-place upgrades (March 2025), holes included: 2012 R2 to 2022 is not in it although 2012 R2 to 2025 is,
 * and 2012 goes nowhere beyond 2016.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  ws2012: ['ws2012r2', 'ws2016'],
  ws2012r2: ['ws2016', 'ws2019', 'ws2025'],
  ws2016: ['ws2019', 'ws2022', 'ws2025'],
  ws2019: ['ws2022', 'ws2025'],
  ws2022: ['ws2025'],
  ws2025: ['ws2025'],
};

/** Ways that Microsoft's current table leaves out, as its tables of those years are remembered. */
const remembered: Readonly<Record<string, readonly string[]>> = {
  ws2008: ['ws2012'],
  ws2008r2: ['ws2012', 'ws2012r2'],
};

const notSeen = say({
  en: 'Microsoft’s current table leaves this way out; it stands here from memory. Confirm it with the media’s own compatibility check before planning on it.',
  es: 'La tabla actual de Microsoft no recoge esta ruta; figura aquí de memoria. Confírmela con la comprobación de compatibilidad del propio medio antes de contar con ella.',
});
const noCluster = say({
  en: 'The nodes of a failover cluster go one version at a time (cluster rolling upgrade).',
  es: 'Los nodos de un clúster de conmutación por error avanzan de versión en versión (actualización gradual del clúster).',
});
const repair = say({
  en: 'The same version over itself: a repair, or a change from Standard to Datacenter.',
  es: 'La misma versión sobre sí misma: una reparación o un cambio de Standard a Datacenter.',
});

function notesOf(from: string, to: string): Text[] {
  if (from === to) return [repair];
  return to === 'ws2025' ? [noCluster] : [];
}

function rows(
  edges: Readonly<Record<string, readonly string[]>>,
  details: (from: string, to: string) => Pick<UpgradePath, 'notes' | 'sources'>,
): UpgradePath[] {
  return Object.entries(edges).flatMap(([from, targets]) =>
    targets.map(to =>
      inPlace(from, to, { ...details(from, to), requires: windowsRequirements[to] ?? { sources: [] } }),
    ),
  );
}

const oldMachine = say({
  en: 'No chain of upgrades from this release is worth its risk: set up a new server, move data, accounts and services, then retire this one.',
  es: 'Ninguna cadena de actualizaciones desde esta versión compensa el riesgo: instale un servidor nuevo, traslade datos, cuentas y servicios y retire este.',
});

export const windowsServerPaths: readonly UpgradePath[] = [
  ...rows(table, (from, to) => ({ notes: notesOf(from, to), sources: [microsoft.upgradeOverview] })),
  ...rows(remembered, () => ({ notes: [notSeen], sources: [unverified.oldTable] })),
  inPlace('ws2000', 'ws2003', {
    notes: [
      say({
        en: 'Standard accepts Windows 2000 Server, Enterprise accepts Advanced Server. Exchange 2000 does not run on Windows Server 2003: it is upgraded to Exchange 2003 first.',
        es: 'Standard admite Windows 2000 Server y Enterprise admite Advanced Server. Exchange 2000 no funciona en Windows Server 2003: antes se actualiza a Exchange 2003.',
      }),
    ],
    requires: { architectures: ['x86'], sources: [community.windows2003Family] },
    sources: [community.windows2003Family],
  }),
  ...['ws2003', 'ws2003r2'].map(from =>
    inPlace(from, 'ws2008', {
      notes: [
        say({
          en: 'Only with Service Pack 1 or later and to the same architecture, and not with Exchange 2007 on the server.',
          es: 'Solo con el Service Pack 1 o posterior, a la misma arquitectura y sin Exchange 2007 en el servidor.',
        }),
      ],
      requires: windowsRequirements.ws2008 ?? { sources: [] },
      sources: [community.windows2008],
    }),
  ),
  ...['nt4', 'ws2000', 'ws2003', 'ws2003r2'].map(from =>
    migrate(from, 'ws2025', { notes: [oldMachine], sources: [microsoft.upgradeOverview, unverified.practice] }),
  ),
];
