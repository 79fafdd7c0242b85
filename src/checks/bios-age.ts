import { microsoft } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, notConcerned, pass, unread, warn } from './wording/outcomes.js';
import { staysInPlace } from './wording/windows-paths.js';

/** Older than this, makers have usually published something newer: our policy, no maker's word. */
const youngYears = 3;

export const biosAge = defineCheck({
  id: 'bios-age',
  row: 'drivers-and-firmware',
  title: say({ en: 'Age of the BIOS', es: 'Antigüedad de la BIOS' }),
  why: say({
    en: 'The system BIOS or UEFI should be the maker’s latest before an upgrade: a new system uses functions that old firmware gets wrong.',
    es: 'La BIOS o UEFI debe ser la última del fabricante antes de actualizar: un sistema nuevo usa funciones que un firmware antiguo no cumple bien.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { hardware },
  sources: [
    microsoft.sbs2000Before,
    {
      title: say({
        en: 'Three years as the age from which to look for a newer one: our policy',
        es: 'Buscar una más nueva a partir de los tres años: criterio nuestro',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ hardware: { virtual, maker, model, firmware } }, { now }) => {
    if (typeof virtual === 'string') {
      return notConcerned({
        en: 'The machine is virtual: its firmware is the hypervisor’s.',
        es: 'La máquina es virtual: su firmware es el del hipervisor.',
      });
    }
    const { date, version } = firmware;
    const day = (time: Date) => time.toISOString().slice(0, 10);
    const evidence = { date: date ?? null, version: version ?? null, vendor: firmware.vendor ?? null };
    if (date === undefined || date > day(now)) {
      return unread(
        date === undefined
          ? {
              en: 'The date of the BIOS could not be read. Look at it in msinfo32 (Windows), with “dmidecode -s bios-release-date” (Linux) or in the set-up of the machine.',
              es: 'No se ha podido leer la fecha de la BIOS. Mírela en msinfo32 (Windows), con «dmidecode -s bios-release-date» (Linux) o en la configuración del equipo.',
            }
          : {
              en: f =>
                `The BIOS says that it is of ${f.day(date)}, which is yet to come. Look at the clock and at the BIOS itself.`,
              es: f => `La BIOS dice ser del ${f.day(date)}, fecha aún por llegar. Revise el reloj y la propia BIOS.`,
            },
        { severity: 'low', evidence },
      );
    }
    const limit = new Date(now);
    limit.setUTCFullYear(limit.getUTCFullYear() - youngYears);
    const named = version === undefined ? 'BIOS' : `BIOS ${version}`;
    if (date >= day(limit)) {
      return pass(
        { en: f => `${named} is of ${f.day(date)}.`, es: f => `La ${named} es del ${f.day(date)}.` },
        { evidence },
      );
    }
    const machine = [maker, model].filter(part => part !== undefined).join(' ');
    return warn(
      'medium',
      {
        en: f => `${named} is of ${f.day(date)}: more than ${youngYears} years old.`,
        es: f => `La ${named} es del ${f.day(date)}: tiene más de ${youngYears} años.`,
      },
      {
        remedy: hint({
          en: `Look for a newer one on the maker’s support page${machine === '' ? '' : ` for ${machine}`} and install it before the upgrade, on a day of its own and with a backup at hand.`,
          es: `Busque una más nueva en la página de soporte del fabricante${machine === '' ? '' : ` para ${machine}`} e instálela antes de actualizar, en otro día y con una copia de seguridad a mano.`,
        }),
        evidence,
      },
    );
  },
});
