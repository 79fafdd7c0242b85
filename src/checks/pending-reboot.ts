import { community } from '../catalog/microsoft-sources.js';
import { pendingReboot as fact } from '../facts/pending-reboot.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, warn } from './wording/outcomes.js';

export const pendingReboot = defineCheck({
  id: 'pending-reboot',
  row: 'updates',
  title: say({ en: 'Restart waited for', es: 'Reinicio pendiente' }),
  why: say({
    en: 'Updates that wait for a restart are half installed; set-up refuses, or builds on them and fails.',
    es: 'Las actualizaciones que esperan un reinicio están a medio instalar; la instalación se niega o falla al apoyarse en ellas.',
  }),
  platforms: ['windows', 'linux'],
  needs: { fact },
  sources: [
    community.pendingRestart,
    {
      title: say({
        en: 'Which of these signs are often left over: our judgement',
        es: 'Cuáles de estos indicios suelen ser restos: criterio nuestro',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ fact: { reasons } }) => {
    if (reasons.length === 0) return pass({ en: 'No restart is waited for.', es: 'No hay ningún reinicio pendiente.' });
    const certain = reasons.filter(reason => reason.certain);
    const named = (certain.length > 0 ? certain : reasons).map(reason => `${reason.kind} (${reason.detail})`);
    const evidence = { reasons: reasons.map(reason => `${reason.kind}: ${reason.detail}`) };
    if (certain.length > 0) {
      return fail(
        'high',
        {
          en: f => `The server waits for a restart: ${f.list(named, 5)}.`,
          es: f => `El servidor espera un reinicio: ${f.list(named, 5)}.`,
        },
        {
          remedy: hint({
            en: 'Restart the server at a time that suits its users, and assess again.',
            es: 'Reinicie el servidor cuando convenga a sus usuarios y vuelva a evaluar.',
          }),
          evidence,
        },
      );
    }
    return warn(
      'low',
      {
        en: f => `Only signs that are often left over: ${f.list(named, 5)}.`,
        es: f => `Solo hay indicios que suelen ser restos: ${f.list(named, 5)}.`,
      },
      {
        remedy: hint({
          en: 'Restart once to be sure. If the sign comes back, a printer or antivirus driver leaves it each time.',
          es: 'Reinicie una vez para asegurarse. Si el indicio vuelve, lo deja cada vez un controlador de impresora o de antivirus.',
        }),
        evidence,
      },
    );
  },
});
