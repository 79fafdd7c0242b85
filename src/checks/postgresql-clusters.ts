import { databases } from '../facts/databases.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

const shipped: Readonly<Record<string, string>> = {
  debian11: '13',
  debian12: '15',
  debian13: '17',
  'ubuntu20.04': '12',
  'ubuntu22.04': '14',
  'ubuntu24.04': '16',
};

export const postgresqlClusters = defineCheck({
  id: 'postgresql-clusters',
  row: 'app-compatibility',
  title: say({ en: 'PostgreSQL clusters', es: 'Clústeres de PostgreSQL' }),
  why: say({
    en: 'The new release brings a newer PostgreSQL beside the old one. Data stays with the old until somebody moves it, and the old gets no more updates.',
    es: 'La nueva versión trae un PostgreSQL más nuevo junto al antiguo. Los datos siguen en el antiguo hasta que alguien los traslada, y este ya no recibe actualizaciones.',
  }),
  platforms: ['linux'],
  needs: { databases },
  sources: [
    {
      title: 'postgresql-common: pg_upgradecluster',
      url: 'https://manpages.debian.org/trixie/postgresql-common/pg_upgradecluster.1.en.html',
      proof: 'vendor',
    },
  ],

  run: ({ databases: { postgresql } }, { to }) => {
    if (postgresql.clusters.length === 0) {
      return { state: 'not-applicable', text: say({ en: 'There are none.', es: 'No hay ninguno.' }) };
    }
    const next = shipped[to.id];
    return postgresql.clusters.map(cluster => {
      const resource = `${cluster.version}/${cluster.name}`;
      if (next !== undefined && cluster.version === next) {
        return {
          state: 'pass' as const,
          resource,
          text: say({ en: `${to.name} has this version, too.`, es: `${to.name} también tiene esta versión.` }),
        };
      }
      return {
        state: 'warn' as const,
        severity: 'medium' as const,
        resource,
        text: say({
          en: `The data of cluster ${resource} must be moved to ${next ?? 'the new version'} after the upgrade.`,
          es: `Los datos del clúster ${resource} han de pasarse a ${next ?? 'la nueva versión'} después de actualizar.`,
        }),
        remedy: {
          kind: 'command' as const,
          text: say({
            en: `Back it up with pg_dumpall now. After the upgrade, with twice its space free (an empty cluster of the new version, if one was made, must be dropped first):`,
            es: `Haga ahora una copia con pg_dumpall. Después de actualizar, con espacio para el doble (si se creó un clúster vacío de la nueva versión, elimínelo antes):`,
          }),
          command: `pg_lsclusters; pg_upgradecluster ${cluster.version} ${cluster.name}`,
        },
        evidence: { version: cluster.version, next: next ?? null, running: cluster.running ?? null },
      };
    });
  },
});
