import { sshServer } from '../facts/ssh-server.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const sshDsaKeys = defineCheck({
  id: 'ssh-dsa-keys',
  row: 'disconnect-network',
  title: say({ en: 'DSA keys for SSH', es: 'Claves DSA para SSH' }),
  why: say({
    en: 'OpenSSH of the new release does not know DSA any more: whoever comes in with such a key is locked out.',
    es: 'El OpenSSH de la nueva versión ya no admite DSA: quien entre con una de estas claves se quedará fuera.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13', 'ubuntu26.04'),
  needs: { sshServer },
  sources: [debianNotes('trixie', 'OpenSSH no longer supports DSA keys')],

  run: ({ sshServer: { installed, hostKeys, dsaUsers } }) => {
    if (!installed) {
      return {
        state: 'not-applicable',
        text: say({ en: 'No SSH server is installed.', es: 'No hay servidor SSH instalado.' }),
      };
    }
    const dsaHostKeys = hostKeys.filter(key => key.type === 'ssh-dss');
    const onlyDsa = dsaHostKeys.length > 0 && dsaHostKeys.length === hostKeys.length;
    if ((dsaUsers ?? []).length > 0 || onlyDsa) {
      const users = dsaUsers ?? [];
      return {
        state: 'fail',
        severity: 'high',
        text: onlyDsa
          ? say({
              en: 'The server’s only host key is a DSA key.',
              es: 'La única clave del propio servidor es DSA.',
            })
          : say({
              en: f => `DSA keys let in: ${f.list(users)}.`,
              es: f => `Hay claves DSA que dan acceso a: ${f.list(users)}.`,
            }),
        remedy: {
          kind: 'command',
          text: say({
            en: 'Make a key of today’s kind, put its public half into authorized_keys and try it before the upgrade.',
            es: 'Cree una clave actual, ponga su parte pública en authorized_keys y pruébela antes de actualizar.',
          }),
          command: onlyDsa ? 'ssh-keygen -A && systemctl reload ssh' : 'ssh-keygen -t ed25519',
        },
        evidence: { users, hostKeys: dsaHostKeys.map(key => key.file) },
      };
    }
    if (dsaUsers === undefined) {
      return {
        state: 'unknown',
        severity: 'medium',
        text: say({
          en: 'Not every account’s authorized_keys could be read; assess as root.',
          es: 'No se han podido leer los authorized_keys de todas las cuentas; evalúe como root.',
        }),
      };
    }
    return {
      state: 'pass',
      text: say({ en: 'Nobody comes in with a DSA key.', es: 'Nadie entra con una clave DSA.' }),
    };
  },
});
