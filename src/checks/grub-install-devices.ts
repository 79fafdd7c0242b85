import { unverified } from '../catalog/microsoft-sources.js';
import { boot } from '../facts/boot.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const grubInstallDevices = defineCheck({
  id: 'grub-install-devices',
  row: 'hardware-compatibility',
  title: say({ en: 'Where GRUB is installed', es: 'Dónde se instala GRUB' }),
  why: say({
    en: 'The upgrade writes GRUB to the devices noted here. One that is gone, or none, leaves an old loader with new modules, which does not start.',
    es: 'La actualización escribe GRUB en los dispositivos aquí anotados. Si falta alguno, o no hay ninguno, queda un cargador viejo con módulos nuevos, que no arranca.',
  }),
  platforms: ['linux'],
  needs: { boot },
  sources: [unverified.practice],

  run: ({ boot: { loader, installDevices } }) => {
    if (loader !== 'grub-pc') {
      return {
        state: 'not-applicable',
        text: say({ en: 'The loader is not GRUB for BIOS.', es: 'El cargador no es GRUB para BIOS.' }),
      };
    }
    if (installDevices === undefined) {
      return {
        state: 'unknown',
        text: say({
          en: 'The devices could not be read; assess as root, or look with “debconf-show grub-pc”.',
          es: 'No se han podido leer los dispositivos; evalúe como root, o mírelo con «debconf-show grub-pc».',
        }),
      };
    }
    const gone = installDevices.filter(one => !one.exists).map(one => one.device);
    if (installDevices.length > 0 && gone.length === 0) {
      const names = installDevices.map(one => one.device);
      return {
        state: 'pass',
        text: say({ en: f => `GRUB goes to ${f.list(names)}.`, es: f => `GRUB se instala en ${f.list(names)}.` }),
      };
    }
    return {
      state: 'fail',
      severity: 'high',
      text:
        gone.length > 0
          ? say({
              en: f => `GRUB is to go to ${f.list(gone)}, which is not there.`,
              es: f => `GRUB debe instalarse en ${f.list(gone)}, que no existe.`,
            })
          : say({
              en: 'No device is noted for GRUB, so an upgrade does not renew it.',
              es: 'No hay ningún dispositivo anotado para GRUB, así que no se renovará.',
            }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Choose the disk or disks the server starts from.',
          es: 'Elija el disco o los discos desde los que arranca el servidor.',
        }),
        command: 'dpkg-reconfigure grub-pc',
      },
      evidence: { devices: installDevices.map(one => one.device), gone },
    };
  },
});
