import { boot } from '../facts/boot.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const encryptedVolumes = defineCheck({
  id: 'encrypted-volumes',
  row: 'hardware-compatibility',
  title: say({ en: 'Encrypted volumes', es: 'Volúmenes cifrados' }),
  why: say({
    en: 'In Debian 13 systemd opens encrypted volumes only with the package systemd-cryptsetup, and plain mode has other defaults: the server may wait for a disk that never comes.',
    es: 'En Debian 13, systemd solo abre volúmenes cifrados con el paquete systemd-cryptsetup, y el modo «plain» tiene otros valores por defecto: el servidor puede esperar un disco que no llega.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { boot },
  sources: [
    debianNotes('trixie', 'Encrypted filesystems need systemd-cryptsetup package'),
    debianNotes('trixie', 'Default encryption settings for plain-mode dm-crypt devices changed'),
  ],

  run: ({ boot: { encrypted } }) => {
    if (encrypted.length === 0) return { state: 'pass', text: say({ en: 'There are none.', es: 'No hay ninguno.' }) };
    return encrypted.map(volume => {
      const plain = volume.options.includes('plain');
      const explicit = ['cipher', 'hash', 'size'].every(name =>
        volume.options.some(option => option.startsWith(`${name}=`)),
      );
      if (plain && !explicit) {
        return {
          state: 'fail' as const,
          severity: 'high' as const,
          resource: volume.name,
          text: say({
            en: `${volume.name} is opened in plain mode with default settings, which change.`,
            es: `${volume.name} se abre en modo «plain» con los valores por defecto, que cambian.`,
          }),
          remedy: {
            kind: 'hint' as const,
            text: say({
              en: 'Write cipher=, size= and hash= into its line of /etc/crypttab as they are now (see “cryptsetup status”), and restart once to prove it.',
              es: 'Escriba cipher=, size= y hash= en su línea de /etc/crypttab tal como están ahora (véalo con «cryptsetup status») y reinicie una vez para comprobarlo.',
            }),
          },
          evidence: { options: volume.options },
        };
      }
      return {
        state: 'warn' as const,
        severity: 'high' as const,
        resource: volume.name,
        text: say({
          en: `${volume.name} is opened at the start.`,
          es: `${volume.name} se abre al arrancar.`,
        }),
        remedy: {
          kind: 'command' as const,
          text: say({
            en: 'After the upgrade and before the restart make sure that this package is there:',
            es: 'Después de actualizar y antes de reiniciar, compruebe que está este paquete:',
          }),
          command: 'apt-get install systemd-cryptsetup',
        },
        evidence: { options: volume.options },
      };
    });
  },
});
