import { mail } from '../facts/mail.js';
import { network } from '../facts/network.js';
import { type Text, say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { beforeUpgradingSbs2000 } from './wording/practice.js';

export const connectionSheet = defineCheck({
  id: 'connection-sheet',
  row: 'internet-connection-info',
  title: say({ en: 'Data of the Internet connection', es: 'Datos de la conexión a Internet' }),
  why: say({
    en: 'Set-up asks for them, and a setting lost in the upgrade must be found on paper, since the Internet is down then.',
    es: 'La instalación los pide, y un ajuste perdido al actualizar hay que tenerlo en papel, porque entonces no hay Internet.',
  }),
  platforms: ['windows', 'linux'],
  needs: { network },
  uses: { mail },
  sources: [beforeUpgradingSbs2000],

  run: ({ network: { adapters, dnsDomain, dialUp } }, _situation, { mail: mailReading }) => {
    const out = adapters.find(adapter => adapter.facesInternet);
    const post = mailReading.state === 'known' ? mailReading.value : undefined;
    const missing: Text[] = [
      ...((out?.addresses.length ?? 0) > 0 ? [] : [say({ en: 'address', es: 'dirección' })]),
      ...((out?.gateways.length ?? 0) > 0 ? [] : [say({ en: 'gateway', es: 'puerta de enlace' })]),
      ...((out?.dns.length ?? 0) > 0 ? [] : [say({ en: 'DNS servers', es: 'servidores DNS' })]),
      ...(post === undefined || (post.software.length > 0 && post.smartHost === undefined)
        ? [say({ en: 'how mail is delivered', es: 'cómo se entrega el correo' })]
        : []),
      ...(dialUp.length > 0
        ? [say({ en: 'user and password of the provider', es: 'usuario y contraseña del proveedor' })]
        : []),
    ];
    const evidence = {
      adapter: out?.name ?? null,
      addresses: out?.addresses ?? [],
      gateways: out?.gateways ?? [],
      dns: out?.dns ?? [],
      domain: dnsDomain ?? null,
      mailSoftware: post?.software ?? [],
      mailDomains: post?.domains ?? [],
      smartHost: post?.smartHost ?? null,
      dialUp,
    };
    return {
      state: 'manual',
      severity: 'low',
      text: say({
        en: f =>
          missing.length === 0
            ? 'Everything the server itself knows is in the evidence.'
            : `The server does not tell: ${f.list(missing.map(text => text.en))}. What it knows is in the evidence.`,
        es: f =>
          missing.length === 0
            ? 'Todo lo que sabe el propio servidor está en las pruebas.'
            : `El servidor no dice: ${f.list(missing.map(text => text.es))}. Lo que sabe está en las pruebas.`,
      }),
      question: say({
        en: 'Is all that the provider gave you (addresses, user and password, router, certificates) at hand on paper?',
        es: '¿Tiene a mano, en papel, todo lo que le dio el proveedor (direcciones, usuario y contraseña, router, certificados)?',
      }),
      evidence,
    };
  },
});
