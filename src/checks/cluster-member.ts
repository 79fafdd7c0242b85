import { microsoft } from '../catalog/microsoft-sources.js';
import { roles } from '../facts/roles.js';
import { services } from '../facts/services.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread, warn } from './wording/outcomes.js';
import { hasRole } from './wording/roles.js';
import { toModernWindows } from './wording/windows-paths.js';

/** Releases one step apart, which is all a rolling upgrade allows. */
const nextRelease: Readonly<Record<string, string>> = {
  ws2012r2: 'ws2016',
  ws2016: 'ws2019',
  ws2019: 'ws2022',
  ws2022: 'ws2025',
};

export const clusterMember = defineCheck({
  id: 'cluster-member',
  row: 'app-compatibility',
  title: say({ en: 'Failover cluster', es: 'Clúster de conmutación por error' }),
  why: say({
    en: 'The nodes of a cluster are upgraded by a rolling upgrade, drained and one version at a time.',
    es: 'Los nodos de un clúster se actualizan de forma gradual, vaciados y de versión en versión.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { services },
  uses: { roles },
  sources: [microsoft.upgradeOverview, microsoft.roles],

  run: ({ services }, { from, to }, readings) => {
    const service = services.find(one => one.name.toLowerCase() === 'clussvc');
    if (!service) {
      return readings.roles.state === 'known' && hasRole(readings.roles.value, 'Failover-Clustering')
        ? unread(
            {
              en: 'The feature is installed but its service was not found. Look with “Get-ClusterNode”.',
              es: 'La característica está instalada, pero no se ha encontrado su servicio. Mírelo con «Get-ClusterNode».',
            },
            { severity: 'medium' },
          )
        : pass({ en: 'This server is in no cluster.', es: 'Este servidor no está en ningún clúster.' });
    }
    const evidence = { startMode: service.startMode, state: service.state };
    // the service of a server that joined no cluster is disabled
    if (service.startMode === 'disabled' && service.state === 'stopped') {
      return pass(
        {
          en: 'Failover Clustering is installed, but this server is in no cluster.',
          es: 'La conmutación por error está instalada, pero este servidor no está en ningún clúster.',
        },
        { evidence },
      );
    }
    if (nextRelease[from.id] !== to.id) {
      return fail(
        'inhibitor',
        {
          en: `This server is a node of a cluster: from ${from.name} it cannot go straight to ${to.name}, only one version at a time.`,
          es: `Este servidor es nodo de un clúster: desde ${from.name} no puede pasar directamente a ${to.name}, solo de versión en versión.`,
        },
        {
          remedy: hint({
            en: 'Plan a rolling upgrade of the whole cluster through each version in between, or build a new cluster and move to it.',
            es: 'Planifique una actualización gradual de todo el clúster por cada versión intermedia, o monte un clúster nuevo y trasládese a él.',
          }),
          evidence,
        },
      );
    }
    return warn(
      'high',
      {
        en: 'This server is a node of a cluster: upgrade it as part of a rolling upgrade.',
        es: 'Este servidor es nodo de un clúster: actualícelo dentro de una actualización gradual.',
      },
      {
        remedy: hint({
          en: 'Drain the node and evict it, upgrade it, join it again and go on with the next; raise the cluster’s functional level when all are done.',
          es: 'Vacíe el nodo y expúlselo, actualícelo, únalo de nuevo y siga con el siguiente; al terminar todos, eleve el nivel funcional del clúster.',
        }),
        evidence,
      },
    );
  },
});
