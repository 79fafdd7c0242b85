import { microsoft } from '../catalog/microsoft-sources.js';
import { type Service, services } from '../facts/services.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Evidence, Outcome } from '../model/finding.js';
import type { Platform } from '../model/recording.js';
import { standingsOf } from './rules/service-standing.js';
import { hint, pass, unread, warn } from './wording/outcomes.js';
import { makerOf, serviceStates, standStill, startModeOf, whatItDoes } from './wording/services.js';
import { staysInPlace } from './wording/windows-paths.js';

export const thirdPartyServices = defineCheck({
  id: 'third-party-services',
  row: 'third-party-services',
  title: say({
    en: 'Service of another maker with full rights',
    es: 'Servicio de otro fabricante con todos los derechos',
  }),
  why: say({
    en: 'Services of other makers that run as Local System (on Linux as root) can hold files, drivers and ports while set-up replaces the system beneath them.',
    es: 'Los servicios de otros fabricantes que se ejecutan como Local System (en Linux, como root) pueden retener archivos, controladores y puertos mientras se sustituye el sistema.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { services },
  sources: [microsoft.bestPractices, microsoft.exchangeAndScanners],

  run: ({ services: list }, { recording: { platform } }) => {
    const outcomes: Outcome[] = [];
    const standings = standingsOf(list);
    for (const service of list) {
      const standing = standings.get(service.name.toLowerCase());
      if (standing && standing.kind !== 'leave') outcomes.push(judged(service, standing.kind, platform));
    }
    if (outcomes.length > 0) return outcomes;
    return pass({
      en: f =>
        `All of ${f.plural(list.length, '# service', '# services')} are the system’s own, without full rights, or disabled.`,
      es: f =>
        `De ${f.plural(list.length, '# servicio', '# servicios')}, todos son del propio sistema, no tienen todos los derechos o están deshabilitados.`,
    });
  },
});

function judged(service: Service, standing: 'take' | 'keep' | 'ask', platform: Platform): Outcome {
  const more = { resource: service.name, evidence: evidenceOf(service) };
  const does = whatItDoes(service);
  if (standing === 'ask') {
    return unread(
      {
        en: `“${service.displayName}” ${does.en}, and its maker could not be read. See who made ${service.program ?? 'its program'}; if it is not the system’s maker, treat it as the others.`,
        es: `«${service.displayName}» ${does.es} y no se ha podido leer su fabricante. Mire de quién es ${service.program ?? 'su programa'}; si no es del fabricante del sistema, trátelo como los demás.`,
      },
      { ...more, severity: 'medium' },
    );
  }
  const maker = makerOf(service);
  if (standing === 'keep') {
    return warn(
      'low',
      {
        en: `“${service.displayName}” (${maker.en}) looks like a way in, storage, network or the hypervisor’s tools, or one of these needs it. Leave it running unless its maker says otherwise.`,
        es: `«${service.displayName}» (${maker.es}) parece una vía de acceso, almacenamiento, red o herramientas del hipervisor, o lo necesita uno de ellos. Déjelo en marcha salvo que su fabricante diga otra cosa.`,
      },
      {
        ...more,
        remedy: hint({
          en: 'Ask the maker whether it may run during the upgrade.',
          es: 'Pregunte al fabricante si puede seguir en marcha durante la actualización.',
        }),
      },
    );
  }
  const mode = startModeOf(service);
  const state = serviceStates[service.state];
  return warn(
    'medium',
    {
      en: `“${service.displayName}” (${maker.en}) ${does.en}. Start mode: ${mode.en}; now ${state.en}.`,
      es: `«${service.displayName}» (${maker.es}) ${does.es}. Modo de inicio: ${mode.es}; ahora, ${state.es}.`,
    },
    {
      ...more,
      remedy: standStill(service, platform),
    },
  );
}

function evidenceOf(service: Service): Evidence {
  return {
    displayName: service.displayName,
    startMode: service.startMode,
    delayedStart: service.delayedStart ?? null,
    state: service.state,
    account: service.account ?? null,
    maker: service.maker.name ?? null,
    makerBy: service.maker.how,
    program: service.program ?? null,
    dependents: service.dependents,
    triggers: service.triggers,
  };
}
