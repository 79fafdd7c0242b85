import { microsoft } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { command, fail, notConcerned, pass, unread } from './wording/outcomes.js';

export const dcSysvolDfsr = defineCheck({
  id: 'dc-sysvol-dfsr',
  row: 'app-compatibility',
  title: say({ en: 'Replication of SYSVOL', es: 'Replicación de SYSVOL' }),
  why: say({
    en: 'Windows Server 2016 is the last that replicates SYSVOL with FRS. Later controllers do not promote, and policies stop spreading.',
    es: 'Windows Server 2016 es el último que replica SYSVOL con FRS. Con versiones posteriores no se puede promover un controlador y las directivas dejan de propagarse.',
  }),
  platforms: ['windows'],
  concerns: path => path.kind === 'in-place' && path.requires.sysvolDfsr === true,
  needs: { domainController },
  sources: [microsoft.functionalLevels, microsoft.removed],

  run: ({ domainController: { isController, sysvol } }) => {
    if (!isController) {
      return notConcerned({ en: 'This is no domain controller.', es: 'No es un controlador de dominio.' });
    }
    if (sysvol === undefined) {
      return unread({
        en: 'It could not be read how SYSVOL is replicated. Look with “dfsrmig /getglobalstate”: it must say 3, eliminated.',
        es: 'No se ha podido leer cómo se replica SYSVOL. Mírelo con «dfsrmig /getglobalstate»: debe decir 3 (eliminado).',
      });
    }
    const evidence = { sysvol };
    if (sysvol === 'dfsr') {
      return pass({ en: 'SYSVOL is replicated with DFSR.', es: 'SYSVOL se replica con DFSR.' }, { evidence });
    }
    return fail(
      'inhibitor',
      sysvol === 'migrating'
        ? {
            en: 'The migration of SYSVOL from FRS to DFSR was begun but has not reached its last state.',
            es: 'La migración de SYSVOL de FRS a DFSR se empezó, pero no ha llegado a su último estado.',
          }
        : { en: 'SYSVOL is still replicated with FRS.', es: 'SYSVOL aún se replica con FRS.' },
      {
        remedy: command(
          'dfsrmig /setglobalstate 1\ndfsrmig /getmigrationstate\ndfsrmig /setglobalstate 2\ndfsrmig /getmigrationstate\ndfsrmig /setglobalstate 3\ndfsrmig /getmigrationstate',
          {
            en: 'On the PDC emulator, as domain administrator, at functional level 2008 or higher: go on to each next state only when all controllers have reached the one before. State 3 cannot be undone.',
            es: 'En el emulador de PDC, como administrador del dominio y con nivel funcional 2008 o superior: pase a cada estado solo cuando todos los controladores hayan alcanzado el anterior. El estado 3 no se puede deshacer.',
          },
        ),
        evidence,
      },
    );
  },
});
