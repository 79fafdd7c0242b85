import { apt } from '../facts/apt.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { onDebian } from './wording/releases.js';

export const nonFreeFirmware = defineCheck({
  id: 'non-free-firmware',
  row: 'drivers-and-firmware',
  title: say({ en: 'Firmware section of the archive', es: 'Sección de firmware del archivo' }),
  why: say({
    en: 'From Debian 12 on, firmware for network cards and controllers comes from the section non-free-firmware. Without it the firmware is not updated, or lacks for the new kernel.',
    es: 'Desde Debian 12, el firmware de tarjetas de red y controladoras está en la sección non-free-firmware. Sin ella no se actualiza, o falta para el nuevo núcleo.',
  }),
  platforms: ['linux'],
  concerns: onDebian,
  needs: { apt },
  sources: [debianNotes('bookworm', 'Non-free firmware moved to its own component in the archive', 'issues')],

  run: ({ apt: { sources } }, { path }) => {
    const components = new Set(
      sources.filter(source => source.enabled && source.official).flatMap(source => source.components),
    );
    if (!components.has('non-free') || components.has('non-free-firmware')) {
      return {
        state: 'pass',
        text: say({ en: 'The sections in use fit together.', es: 'Las secciones en uso son coherentes.' }),
      };
    }
    if (path.from === 'debian10') {
      return {
        state: 'not-applicable',
        text: say({ en: 'The section does not exist yet.', es: 'La sección aún no existe.' }),
      };
    }
    return {
      state: 'warn',
      severity: 'medium',
      text: say({
        en: 'non-free is in use, non-free-firmware is not.',
        es: 'Se usa non-free, pero no non-free-firmware.',
      }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Add non-free-firmware to the sources when you change them to the new release.',
          es: 'Añada non-free-firmware a los orígenes al cambiarlos a la nueva versión.',
        }),
      },
      evidence: { components: [...components] },
    };
  },
});
