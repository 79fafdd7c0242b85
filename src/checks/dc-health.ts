import { unverified } from '../catalog/microsoft-sources.js';
import { domainController } from '../facts/domain-controller.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, command, notConcerned } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

export const dcHealth = defineCheck({
  id: 'dc-health',
  row: 'app-compatibility',
  title: say({ en: 'Health of Active Directory', es: 'Estado de Active Directory' }),
  why: say({
    en: 'A controller that already fails to replicate takes its faults through the upgrade, and then nobody knows what caused them.',
    es: 'Un controlador que ya no replica bien se lleva sus fallos a la nueva versión, y luego nadie sabe qué los causó.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { domainController },
  sources: [unverified.practice],

  run: ({ domainController: { isController, controllers } }) =>
    isController
      ? ask(
          {
            en: 'Whether Active Directory is healthy shows in its own tools.',
            es: 'Si Active Directory está sano se ve en sus propias herramientas.',
          },
          {
            en: 'Do dcdiag and repadmin show no failure, and is there no event 2095 (USN rollback) in the log “Directory Service”?',
            es: '¿No muestran fallos dcdiag ni repadmin, y no hay ningún suceso 2095 (reversión de USN) en el registro «Servicio de directorio»?',
          },
          {
            severity: 'high',
            remedy: command(
              controllers?.length === 1 ? 'dcdiag /v' : 'dcdiag /v\nrepadmin /replsummary\nrepadmin /showrepl',
              {
                en: 'On this server, as domain administrator. On Windows 2000 and 2003 these are among the Support Tools.',
                es: 'En este servidor, como administrador del dominio. En Windows 2000 y 2003 están entre las herramientas de soporte.',
              },
            ),
          },
        )
      : notConcerned({ en: 'This is no domain controller.', es: 'No es un controlador de dominio.' }),
});
