import { unverified } from '../catalog/microsoft-sources.js';
import { releaseUpgrader } from '../facts/release-upgrader.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const unattendedUpgrades = defineCheck({
  id: 'unattended-upgrades',
  row: 'updates',
  title: say({ en: 'Unattended upgrades', es: 'Actualizaciones desatendidas' }),
  why: say({
    en: 'A timer that installs updates in the middle of the upgrade takes the lock, or installs from half-changed sources.',
    es: 'Si un temporizador instala actualizaciones a mitad del cambio de versión, bloquea apt o instala desde orígenes a medio cambiar.',
  }),
  platforms: ['linux'],
  needs: { releaseUpgrader },
  sources: [unverified.practice],

  run: ({ releaseUpgrader: { unattended } }) => {
    if (!unattended.installed || unattended.enabled === false) {
      return { state: 'pass', text: say({ en: 'They are not switched on.', es: 'No están activadas.' }) };
    }
    return {
      state: 'warn',
      severity: 'low',
      text:
        unattended.enabled === undefined
          ? say({
              en: 'They are installed; whether they are on could not be read.',
              es: 'Están instaladas; no se ha podido leer si están activadas.',
            })
          : say({ en: 'They are switched on.', es: 'Están activadas.' }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Stop the timers for the evening, and start them again afterwards.',
          es: 'Detenga los temporizadores esa noche e inícielos de nuevo después.',
        }),
        command: 'systemctl stop apt-daily.timer apt-daily-upgrade.timer unattended-upgrades.service',
      },
    };
  },
});
