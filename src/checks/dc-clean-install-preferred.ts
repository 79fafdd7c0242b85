import { microsoft } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, notConcerned, warn } from './wording/outcomes.js';
import { toModernWindows } from './wording/windows-paths.js';

export const dcCleanInstallPreferred = defineCheck({
  id: 'dc-clean-install-preferred',
  row: 'app-compatibility',
  title: say({
    en: 'A domain controller upgraded in place',
    es: 'Actualizar un controlador de dominio en el mismo equipo',
  }),
  why: say({
    en: 'Microsoft prefers a new controller beside the old one: the domain keeps working, and the way back is to do nothing.',
    es: 'Microsoft prefiere un controlador nuevo junto al antiguo: el dominio sigue funcionando y volver atrás es no hacer nada.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { domainController },
  sources: [microsoft.upgradeControllers],

  run: ({ domainController: { isController, controllers } }) => {
    if (!isController) {
      return notConcerned({ en: 'This is no domain controller.', es: 'No es un controlador de dominio.' });
    }
    const remedy = hint(
      {
        en: 'Better: install another server, promote it, move the operation masters, demote this one. If you stay with this way, have a system state backup and the restore password at hand.',
        es: 'Mejor: instale otro servidor, promuévalo, pásele los maestros de operaciones y degrade este. Si sigue por esta vía, tenga a mano una copia del estado del sistema y la contraseña de restauración.',
      },
      microsoft.upgradeControllers.url,
    );
    const evidence = { controllers: controllers ?? [] };
    if (controllers?.length === 1) {
      return warn(
        'high',
        {
          en: 'This is the only controller of its domain: while it is upgraded nobody can log on, and if it fails the domain is lost.',
          es: 'Es el único controlador de su dominio: mientras se actualiza nadie puede iniciar sesión y, si falla, se pierde el dominio.',
        },
        { remedy, evidence },
      );
    }
    return warn(
      'medium',
      {
        en: 'This is a domain controller. An upgrade in place is supported, but a clean installation is what Microsoft advises.',
        es: 'Es un controlador de dominio. Actualizarlo en el mismo equipo está admitido, pero Microsoft aconseja una instalación limpia.',
      },
      { remedy, evidence },
    );
  },
});
