import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { leadsTo } from './wording/releases.js';

export const sysctlConfIgnored = defineCheck({
  id: 'sysctl-conf-ignored',
  row: 'app-compatibility',
  title: say({ en: 'Settings in /etc/sysctl.conf', es: 'Ajustes en /etc/sysctl.conf' }),
  why: say({
    en: 'systemd of Debian 13 reads only /etc/sysctl.d; what stands in /etc/sysctl.conf (forwarding, limits) silently stops working.',
    es: 'El systemd de Debian 13 solo lee /etc/sysctl.d; lo que haya en /etc/sysctl.conf (reenvío, límites) deja de aplicarse sin avisar.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { systemSettings },
  sources: [
    {
      title: 'Debian 13: systemd-sysctl does not honour /etc/sysctl.conf (seen in administrators’ scripts)',
      proof: 'community',
    },
  ],

  run: ({ systemSettings: { sysctlConf } }) => {
    if (sysctlConf === undefined) {
      return {
        state: 'unknown',
        severity: 'medium',
        text: say({
          en: '/etc/sysctl.conf could not be read. Look into it as root.',
          es: 'No se ha podido leer /etc/sysctl.conf. Mírelo como root.',
        }),
      };
    }
    if (sysctlConf.length === 0)
      return { state: 'pass', text: say({ en: 'Nothing is set there.', es: 'No hay nada definido en él.' }) };
    return {
      state: 'warn',
      severity: 'medium',
      text: say({
        en: f =>
          `${f.plural(sysctlConf.length, '# setting is made there', '# settings are made there')}: ${f.list(sysctlConf, 6)}.`,
        es: f => `${f.plural(sysctlConf.length, 'Hay # ajuste', 'Hay # ajustes')}: ${f.list(sysctlConf, 6)}.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Move them to where both releases read them.',
          es: 'Páselos a donde los leen ambas versiones.',
        }),
        command: 'mv -n /etc/sysctl.conf /etc/sysctl.d/90-local.conf && sysctl --system',
      },
      evidence: { settings: sysctlConf },
    };
  },
});
