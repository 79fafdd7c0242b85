import { unverified } from '../catalog/microsoft-sources.js';
import { clock } from '../facts/clock.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

/** Kerberos refuses what is more than five minutes off; certificates and package signatures a day. */
const fiveMinutes = 300;
const day = 86_400;

export const clockRight = defineCheck({
  id: 'clock-right',
  row: 'updates',
  title: say({ en: 'Clock', es: 'Reloj' }),
  why: say({
    en: 'With a wrong clock log-ons to the domain, certificates and package signatures fail, and ages of backups and scans lie.',
    es: 'Con el reloj mal fallan los inicios de sesión en el dominio, los certificados y las firmas de los paquetes, y engañan las fechas de copias y análisis.',
  }),
  platforms: ['windows', 'linux'],
  needs: { clock },
  sources: [unverified.practice],

  run: ({ clock: { aheadSeconds, synchronised } }) => {
    const off = Math.abs(aheadSeconds);
    const evidence = { aheadSeconds, synchronised: synchronised ?? null };
    const set = {
      kind: 'hint',
      text: say({
        en: 'Set it right and let it follow a time server; then assess again.',
        es: 'Póngalo en hora, haga que siga un servidor de hora y vuelva a evaluar.',
      }),
    } as const;
    if (off > fiveMinutes) {
      return {
        state: off > day ? 'fail' : 'warn',
        severity: off > day ? 'high' : 'medium',
        text: say({
          en: f =>
            `The server’s clock is ${f.duration(off)} ${aheadSeconds > 0 ? 'ahead of' : 'behind'} this machine’s.`,
          es: f =>
            `El reloj del servidor va ${f.duration(off)} ${aheadSeconds > 0 ? 'adelantado' : 'atrasado'} respecto al de este equipo.`,
        }),
        remedy: set,
        evidence,
      };
    }
    if (synchronised === false) {
      return {
        state: 'warn',
        severity: 'low',
        text: say({
          en: 'It is right now, but follows no time server.',
          es: 'Ahora va bien, pero no sigue ningún servidor de hora.',
        }),
        remedy: set,
        evidence,
      };
    }
    return { state: 'pass', text: say({ en: 'It is right.', es: 'Va en hora.' }), evidence };
  },
});
