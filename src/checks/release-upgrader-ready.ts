import { releaseUpgrader } from '../facts/release-upgrader.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ubuntuGuide } from './wording/debian.js';
import { onUbuntu } from './wording/releases.js';

export const releaseUpgraderReady = defineCheck({
  id: 'release-upgrader-ready',
  row: 'updates',
  title: say({ en: 'do-release-upgrade', es: 'do-release-upgrade' }),
  why: say({
    en: 'Ubuntu is upgraded by its own tool, which handles changes apt does not know; it offers the next LTS only when told so.',
    es: 'Ubuntu se actualiza con su propia herramienta, que trata cambios que apt no conoce; solo ofrece la siguiente LTS si está configurada así.',
  }),
  platforms: ['linux'],
  concerns: onUbuntu,
  needs: { releaseUpgrader },
  sources: [ubuntuGuide],

  run: ({ releaseUpgrader: { installed, prompt } }) => {
    if (!installed) {
      return {
        state: 'fail',
        severity: 'high',
        text: say({ en: 'It is not installed.', es: 'No está instalada.' }),
        remedy: {
          kind: 'command',
          text: say({ en: 'Install it.', es: 'Instálela.' }),
          command: 'apt-get install ubuntu-release-upgrader-core',
        },
      };
    }
    if (prompt !== 'lts') {
      return {
        state: 'warn',
        severity: 'medium',
        text: say({
          en: `Prompt is ${prompt ?? 'not set'}: the next LTS is not what it offers.`,
          es: `Prompt es ${prompt ?? '(sin definir)'}: no ofrece la siguiente LTS.`,
        }),
        remedy: {
          kind: 'command',
          text: say({ en: 'Set it to lts.', es: 'Póngalo en lts.' }),
          command: "sed -i 's/^Prompt=.*/Prompt=lts/' /etc/update-manager/release-upgrades",
        },
        evidence: { prompt: prompt ?? null },
      };
    }
    return {
      state: 'pass',
      text: say({ en: 'It is there and offers LTS releases.', es: 'Está y ofrece versiones LTS.' }),
    };
  },
});
