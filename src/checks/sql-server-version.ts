import { community, microsoft, unverified } from '../catalog/microsoft-sources.js';
import { type SqlServer, sqlServer } from '../facts/sql-server.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import type { Product } from '../model/path.js';
import { ask, fail, hint, notConcerned, pass, unread } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

/** SQL Server releases that Microsoft's page of application compatibility names for a Windows Server. */
const namedFor: Readonly<Record<string, readonly string[]>> = {
  ws2022: ['2017', '2019', '2022'],
  ws2025: ['2017', '2019', '2022'],
};

export const sqlServerVersion = defineCheck({
  id: 'sql-server-version',
  row: 'app-compatibility',
  title: say({ en: 'SQL Server', es: 'SQL Server' }),
  why: say({
    en: 'SQL Server may stay through an upgrade only when its release is supported on the new Windows; else its databases do not start again.',
    es: 'SQL Server solo puede quedarse durante la actualización si su versión tiene soporte en el nuevo Windows; si no, sus bases de datos no vuelven a arrancar.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { sqlServer },
  sources: [microsoft.applications, community.sqlServer, unverified.practice],
  run: ({ sqlServer: { instances } }, { to }) =>
    instances.length === 0
      ? pass({ en: 'SQL Server is not installed.', es: 'SQL Server no está instalado.' })
      : instances.map(instance => judge(instance, to)),
});

function judge({ name, release, version, edition, running }: SqlServer['instances'][number], to: Product): Outcome {
  const more = {
    resource: name,
    evidence: {
      release: release ?? null,
      version: version ?? null,
      edition: edition ?? null,
      running: running ?? null,
    },
  };
  if (edition === 'Windows Internal Database') {
    return notConcerned(
      {
        en: `${name} is the database that Windows itself brings along; it is upgraded with it.`,
        es: `${name} es la base de datos que trae el propio Windows; se actualiza con él.`,
      },
      more,
    );
  }
  if (release === undefined) {
    return unread(
      {
        en: `The release of the instance ${name} could not be read. Ask it: SELECT @@VERSION.`,
        es: `No se ha podido leer la versión de la instancia ${name}. Pregúntesela: SELECT @@VERSION.`,
      },
      more,
    );
  }
  const named = namedFor[to.id];
  if (named?.includes(release)) {
    return pass(
      {
        en: `SQL Server ${release} is among those Microsoft names for ${to.name}. Back its databases up all the same.`,
        es: `SQL Server ${release} está entre los que Microsoft indica para ${to.name}. Haga copia de sus bases de datos de todos modos.`,
      },
      more,
    );
  }
  // what is newer than the page, or no year, is for a person to look up
  if (named && Number.parseInt(release, 10) < Number(named[0])) {
    return fail(
      'high',
      {
        en: `SQL Server ${release} is older than any Microsoft names for ${to.name}.`,
        es: `SQL Server ${release} es anterior a todos los que Microsoft indica para ${to.name}.`,
      },
      {
        ...more,
        remedy: hint({
          en: 'Back up its databases and bring SQL Server to a release the new Windows supports first, or move the databases to another server.',
          es: 'Copie sus bases de datos y actualice antes SQL Server a una versión que admita el nuevo Windows, o trasládelas a otro servidor.',
        }),
      },
    );
  }
  return ask(
    {
      en: `No source was found on SQL Server ${release} (${name}) under ${to.name}.`,
      es: `No se ha encontrado ninguna fuente sobre SQL Server ${release} (${name}) en ${to.name}.`,
    },
    {
      en: `Have you confirmed that SQL Server ${release} with its service pack is supported on ${to.name}, and are its databases backed up?`,
      es: `¿Ha confirmado que SQL Server ${release}, con su Service Pack, tiene soporte en ${to.name}, y tienen copia sus bases de datos?`,
    },
    { ...more, severity: 'high' },
  );
}
