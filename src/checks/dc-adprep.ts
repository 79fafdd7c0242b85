import { microsoft } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, command, notConcerned } from './wording/outcomes.js';
import { staysInPlace, toModernWindows, toSmallBusiness2003 } from './wording/windows-paths.js';

export const dcAdprep = defineCheck({
  id: 'dc-adprep',
  row: 'app-compatibility',
  title: say({ en: 'Active Directory prepared (adprep)', es: 'Active Directory preparado (adprep)' }),
  why: say({
    en: 'Before a controller is upgraded in place, forest and domain must learn the new schema from the new medium.',
    es: 'Antes de actualizar un controlador en el mismo equipo, hay que preparar el esquema del bosque y el dominio con el adprep del nuevo medio.',
  }),
  platforms: ['windows'],
  // Small Business Server's own set-up prepares the directory
  concerns: path => staysInPlace(path) && !toSmallBusiness2003(path),
  needs: { domainController },
  sources: [microsoft.upgradeControllers],

  run: ({ domainController: { isController, holds } }, { path, to }) => {
    if (!isController) {
      return notConcerned({ en: 'This is no domain controller.', es: 'No es un controlador de dominio.' });
    }
    const folder = toModernWindows(path) ? 'D:\\support\\adprep\\' : 'D:\\i386\\';
    return ask(
      {
        en: `Run adprep from the medium of ${to.name}: /forestprep on the schema master, /domainprep on the infrastructure master.`,
        es: `Ejecute adprep desde el medio de ${to.name}: /forestprep en el maestro de esquema y /domainprep en el de infraestructura.`,
      },
      {
        en: 'Have both run without error, and has replication carried the change to every controller?',
        es: '¿Se han ejecutado ambos sin errores y ha llevado la replicación el cambio a todos los controladores?',
      },
      {
        severity: 'high',
        remedy: command(`${folder}adprep.exe /forestprep\n${folder}adprep.exe /domainprep /gpprep`, {
          en: 'As a member of Schema, Enterprise and Domain Admins, after a system state backup; D: is the medium.',
          es: 'Como miembro de los administradores de esquema, de empresas y del dominio, tras copiar el estado del sistema; D: es el medio.',
        }),
        evidence: { holds: holds ?? [] },
      },
    );
  },
});
