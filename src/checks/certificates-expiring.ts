import { unverified } from '../catalog/microsoft-sources.js';
import { certificates } from '../facts/certificates.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

const soon = 30 * 86_400_000;

export const certificatesExpiring = defineCheck({
  id: 'certificates-expiring',
  row: 'internet-connection-info',
  title: say({ en: 'Certificates near their end', es: 'Certificados a punto de caducar' }),
  why: say({
    en: 'A certificate that ends in the weeks of the upgrade looks like a fault of it; renew it before, while everything else works.',
    es: 'Un certificado que caduca en las semanas de la actualización parece un fallo suyo; renuévelo antes, mientras lo demás funciona.',
  }),
  platforms: ['windows', 'linux'],
  needs: { certificates },
  sources: [unverified.practice],

  run: ({ certificates: { certificates: list } }, { now }) => {
    const ending = list.filter(one => one.notAfter !== undefined && Date.parse(one.notAfter) - now.getTime() < soon);
    if (ending.length === 0) {
      return {
        state: 'pass',
        text: say({
          en: f => `No certificate ends within 30 days (${f.plural(list.length, '# seen', '# seen')}).`,
          es: f =>
            `Ningún certificado caduca en los próximos 30 días (${f.plural(list.length, '# examinado', '# examinados')}).`,
        }),
      };
    }
    return ending.map(one => {
      const end = one.notAfter ?? '';
      const over = Date.parse(end) < now.getTime();
      return {
        state: 'warn' as const,
        severity: over ? ('low' as const) : ('medium' as const),
        resource: one.thumbprint ?? `${one.place} ${one.subject}`,
        text: say({
          en: f => `${one.subject} (${one.place}) ${over ? 'ended' : 'ends'} on ${f.day(end)}.`,
          es: f => `${one.subject} (${one.place}) ${over ? 'caducó' : 'caduca'} el ${f.day(end)}.`,
        }),
        remedy: {
          kind: 'hint' as const,
          text: say({
            en: 'Renew it before the upgrade if something still uses it; remove it otherwise.',
            es: 'Renuévelo antes de actualizar si algo lo usa todavía; si no, elimínelo.',
          }),
        },
        evidence: { subject: one.subject, issuer: one.issuer ?? null, notAfter: end, place: one.place },
      };
    });
  },
});
