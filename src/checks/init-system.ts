import { unverified } from '../catalog/microsoft-sources.js';
import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const initSystem = defineCheck({
  id: 'init-system',
  row: 'service-pack',
  title: say({ en: 'systemd and cgroups', es: 'systemd y cgroups' }),
  why: say({
    en: 'Packages of the new release bring units for systemd and expect cgroup v2; another init or v1 is hardly tested any more.',
    es: 'Los paquetes nuevos traen unidades de systemd y esperan cgroup v2; otro init o la v1 apenas se prueban ya.',
  }),
  platforms: ['linux'],
  needs: { systemSettings },
  sources: [unverified.practice],

  run: ({ systemSettings: { init, cgroup } }) => {
    if (init !== 'systemd') {
      return {
        state: 'warn',
        severity: 'medium',
        text: say({ en: 'The server does not start with systemd.', es: 'El servidor no arranca con systemd.' }),
        remedy: {
          kind: 'hint',
          text: say({
            en: 'In a container that is in order. Else rehearse the upgrade on a copy first, service by service.',
            es: 'En un contenedor es normal. Si no, ensaye antes la actualización en una copia, servicio a servicio.',
          }),
        },
        evidence: { init },
      };
    }
    if (cgroup === 'v1' || cgroup === 'hybrid') {
      return {
        state: 'warn',
        severity: 'medium',
        text: say({ en: `cgroup ${cgroup} is in use.`, es: `Se usa cgroup ${cgroup}.` }),
        remedy: {
          kind: 'hint',
          text: say({
            en: 'Take systemd.unified_cgroup_hierarchy=0 off the kernel command line and try the containers with v2 before the upgrade.',
            es: 'Quite systemd.unified_cgroup_hierarchy=0 de la línea del núcleo y pruebe los contenedores con v2 antes de actualizar.',
          }),
        },
        evidence: { cgroup },
      };
    }
    return {
      state: 'pass',
      text: say({ en: 'Both are as the new release expects.', es: 'Ambos son como espera la nueva versión.' }),
    };
  },
});
