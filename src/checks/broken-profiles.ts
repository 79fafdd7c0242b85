import { microsoft } from '../catalog/microsoft-sources.js';
import { type Profiles, profiles } from '../facts/profiles.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { command, fail, pass, unread, warn } from './wording/outcomes.js';
import { toModernWindows } from './wording/windows-paths.js';

type Profile = Profiles['profiles'][number];

/** System, Local Service and Network Service: their profiles lie in the system’s own folders. */
const services: readonly string[] = ['S-1-5-18', 'S-1-5-19', 'S-1-5-20'];

export const brokenProfiles = defineCheck({
  id: 'broken-profiles',
  row: 'app-compatibility',
  title: say({ en: 'Broken user profiles', es: 'Perfiles de usuario dañados' }),
  why: say({
    en: 'Set-up carries every profile of the registry’s list across; one whose folder is gone or is a link has made it fail with ERROR_PATH_NOT_FOUND.',
    es: 'La instalación traslada todos los perfiles de la lista del registro; uno cuya carpeta falta o es un enlace la ha hecho fallar con ERROR_PATH_NOT_FOUND.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { profiles },
  sources: [
    microsoft.setupTrouble,
    {
      title: say({
        en: 'Keys ending in .bak are left by profiles that failed to load',
        es: 'Las claves terminadas en .bak las dejan perfiles que no se pudieron cargar',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ profiles: { profiles: all } }) => {
    const own = all.filter(({ sid }) => !services.includes(sid));
    const outcomes = own.flatMap(judge);
    const unseen = own.filter(
      ({ path, exists, backupKey }) => path !== undefined && exists === undefined && !backupKey,
    );
    if (unseen.length > 0) outcomes.push(notLookedAt(unseen));
    return outcomes.length > 0
      ? outcomes
      : pass({
          en: f => `${f.plural(own.length, '# profile', '# profiles')}, all with a folder of their own.`,
          es: f => `${f.plural(own.length, '# perfil', '# perfiles')}, todos con su carpeta.`,
        });
  },
});

function judge({ sid, path, exists, link, backupKey }: Profile): Outcome[] {
  const more = { resource: sid, remedy: cleanUp, evidence: { path: path ?? null } };
  if (path !== undefined && exists === false) {
    return [
      fail('high', { en: `The profile’s folder ${path} is gone.`, es: `Falta la carpeta del perfil ${path}.` }, more),
    ];
  }
  if (path !== undefined && link === true) {
    return [
      fail(
        'high',
        { en: `The profile’s folder ${path} is a link.`, es: `La carpeta del perfil ${path} es un enlace.` },
        more,
      ),
    ];
  }
  if (backupKey) {
    return [
      warn(
        'medium',
        {
          en: 'A profile that failed to load has left its key behind.',
          es: 'Queda la clave de un perfil que no se pudo cargar.',
        },
        more,
      ),
    ];
  }
  if (path !== undefined) return [];
  return [warn('medium', { en: 'The profile names no folder.', es: 'El perfil no indica ninguna carpeta.' }, more)];
}

const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';

const cleanUp = command(`reg export "${list}" C:\\ProfileList.reg`, {
  en: 'As an administrator, save the list with this first. Then delete the profile in System Properties, User Profiles, or its key below ProfileList when it is not shown there; a linked folder is replaced by a real one.',
  es: 'Como administrador, guarde antes la lista con esta orden. Después elimine el perfil en Propiedades del sistema, Perfiles de usuario, o su clave en ProfileList si no aparece allí; una carpeta enlazada se sustituye por una real.',
});

function notLookedAt(unseen: readonly Profile[]): Outcome {
  const paths = unseen.map(({ sid, path }) => path ?? sid);
  return unread(
    {
      en: f => `Whether these profile folders are there was not seen: ${f.list(paths)}.`,
      es: f => `No se ha visto si existen estas carpetas de perfil: ${f.list(paths)}.`,
    },
    {
      severity: 'medium',
      remedy: command(`reg query "${list}" /s /v ProfileImagePath`, {
        en: 'On the server, as an administrator: lists the folders. Each must exist and be no link.',
        es: 'En el servidor, como administrador: lista las carpetas. Todas deben existir y no ser enlaces.',
      }),
      evidence: { paths },
    },
  );
}
