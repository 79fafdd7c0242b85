import { boot } from '../facts/boot.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { upgradeChapter } from './wording/debian.js';

/** Debian 13's release notes ask for 300 MB free on a separate /boot; other paths for room for one more kernel and a half. */
const trixieFree = 300_000_000;

export const bootPartitionSpace = defineCheck({
  id: 'boot-partition-space',
  row: 'disk-space',
  title: say({ en: 'Space on /boot', es: 'Espacio en /boot' }),
  why: say({
    en: 'The new kernel and its initial RAM disk are larger than those before; a full /boot leaves a server that does not start.',
    es: 'El nuevo núcleo y su disco RAM inicial son mayores que los anteriores; con /boot lleno, el servidor no arranca.',
  }),
  platforms: ['linux'],
  needs: { boot },
  sources: [upgradeChapter('Make sure you have sufficient space for the upgrade')],

  run: ({ boot: { separate, freeBytes, kernelBytes } }, { path }) => {
    if (!separate) {
      return {
        state: 'not-applicable',
        text: say({
          en: '/boot is part of the root file system.',
          es: '/boot forma parte del sistema de archivos raíz.',
        }),
      };
    }
    const needed = Math.max(
      path.to === 'debian13' ? trixieFree : 0,
      Math.round((kernelBytes ?? 0) * 1.5),
      path.requires.bootFreeBytes ?? 0,
    );
    if (freeBytes === undefined || needed === 0) {
      return {
        state: 'unknown',
        text: say({
          en: 'The free space of /boot could not be read. Look with “df -h /boot”: there must be room for one more kernel.',
          es: 'No se ha podido leer el espacio libre de /boot. Mírelo con «df -h /boot»: debe caber un núcleo más.',
        }),
      };
    }
    const evidence = { freeBytes, neededBytes: needed };
    if (freeBytes >= needed) {
      return {
        state: 'pass',
        text: say({
          en: f => `/boot has ${f.have(freeBytes)} free; ${f.need(needed)} are needed.`,
          es: f => `En /boot quedan ${f.have(freeBytes)} libres; hacen falta ${f.need(needed)}.`,
        }),
        evidence,
      };
    }
    return {
      state: 'fail',
      severity: 'inhibitor',
      text: say({
        en: f => `/boot has ${f.have(freeBytes)} free; the upgrade needs ${f.need(needed)}.`,
        es: f => `En /boot quedan ${f.have(freeBytes)} libres; la actualización necesita ${f.need(needed)}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Remove old kernels, but never the running one nor the one before it.',
          es: 'Elimine núcleos antiguos, pero nunca el que está en uso ni el anterior.',
        }),
        command: 'uname -r; dpkg -l "linux-image-*" | grep ^ii; apt-get autoremove --purge',
      },
      evidence,
    };
  },
});
