import { services } from '../facts/services.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const sambaDomainController = defineCheck({
  id: 'samba-domain-controller',
  row: 'app-compatibility',
  title: say({ en: 'Samba as domain controller', es: 'Samba como controlador de dominio' }),
  why: say({
    en: 'In Debian 13 the domain controller is a package of its own; without it nobody can log on to the domain after the upgrade.',
    es: 'En Debian 13, el controlador de dominio es un paquete aparte; sin él nadie puede iniciar sesión en el dominio tras actualizar.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { services },
  sources: [debianNotes('trixie', 'Samba: Active Directory Domain Controller packaging changes')],

  run: ({ services: list }) => {
    const unit = list.find(service => service.name === 'samba-ad-dc.service' || service.name === 'samba-ad-dc');
    if (!unit || (unit.startMode !== 'auto' && unit.state !== 'running')) {
      return {
        state: 'not-applicable',
        text: say({ en: 'This is no Samba domain controller.', es: 'No es un controlador de dominio Samba.' }),
      };
    }
    return {
      state: 'warn',
      severity: 'high',
      text: say({ en: 'samba-ad-dc is in use.', es: 'Se usa samba-ad-dc.' }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Back the domain up, and install the package with the upgrade, before the restart.',
          es: 'Haga una copia del dominio e instale el paquete con la actualización, antes de reiniciar.',
        }),
        command: 'samba-tool domain backup offline --targetdir=/root; apt-get install samba-ad-dc',
      },
    };
  },
});
