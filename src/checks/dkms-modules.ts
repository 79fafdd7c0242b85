import { unverified } from '../catalog/microsoft-sources.js';
import { kernel } from '../facts/kernel.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const dkmsModules = defineCheck({
  id: 'dkms-modules',
  row: 'drivers-and-firmware',
  title: say({ en: 'Kernel modules built here', es: 'Módulos del núcleo compilados aquí' }),
  why: say({
    en: 'A module built by DKMS must be built again for the new kernel; if its source is too old for it, a disk or a network card may be missing after the restart.',
    es: 'Un módulo compilado con DKMS debe recompilarse para el nuevo núcleo; si su código es demasiado antiguo, tras reiniciar puede faltar un disco o una tarjeta de red.',
  }),
  platforms: ['linux'],
  needs: { kernel },
  sources: [unverified.practice],

  run: ({ kernel: { dkms } }, { to }) => {
    if (dkms === undefined) {
      return {
        state: 'unknown',
        severity: 'medium',
        text: say({
          en: '/var/lib/dkms could not be read. Assess as root, or look with “dkms status”.',
          es: 'No se ha podido leer /var/lib/dkms. Evalúe como root, o mírelo con «dkms status».',
        }),
      };
    }
    if (dkms.length === 0) return { state: 'pass', text: say({ en: 'There are none.', es: 'No hay ninguno.' }) };
    return dkms.map(module => ({
      state: 'manual' as const,
      resource: module.name,
      text: say({
        en: f => `${module.name} ${module.version} is built by DKMS for ${f.list(module.kernels)}.`,
        es: f => `DKMS compila ${module.name} ${module.version} para ${f.list(module.kernels)}.`,
      }),
      question: say({
        en: `Does version ${module.version} of ${module.name}, or a newer one that is at hand, build for the kernel of ${to.name}?`,
        es: `¿Se puede compilar la versión ${module.version} de ${module.name}, u otra más nueva de la que disponga, para el núcleo de ${to.name}?`,
      }),
      evidence: { version: module.version, kernels: module.kernels },
    }));
  },
});
