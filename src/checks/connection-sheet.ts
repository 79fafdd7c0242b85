import { microsoft } from '../catalog/microsoft-sources.js';
import { mail } from '../facts/mail.js';
import { network } from '../facts/network.js';
import { type Text, say, sentences } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

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
  sources: [microsoft.sbs2000Before],

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
    const sheet: Text[] = [
      ...(out ? [say({ en: `adapter ${out.name}`, es: `adaptador ${out.name}` })] : []),
      ...line({ en: 'address', es: 'dirección' }, out?.addresses),
      ...line({ en: 'gateway', es: 'puerta de enlace' }, out?.gateways),
      ...line({ en: 'DNS', es: 'DNS' }, out?.dns),
      ...line({ en: 'domain', es: 'dominio' }, dnsDomain === undefined ? [] : [dnsDomain]),
      ...line({ en: 'mail domains', es: 'dominios de correo' }, post?.domains),
      ...line({ en: 'mail goes out through', es: 'el correo sale por' }, post?.smartHost ? [post.smartHost] : []),
      ...line({ en: 'dials', es: 'marca' }, dialUp),
    ];
    return {
      state: 'manual',
      severity: 'low',
      text: sentences(
        ...(sheet.length === 0
          ? []
          : [
              say({
                en: `The server’s settings: ${sheet.map(text => text.en).join('; ')}.`,
                es: `Datos del servidor: ${sheet.map(text => text.es).join('; ')}.`,
              }),
            ]),
        ...(missing.length === 0
          ? []
          : [
              say({
                en: f => `The server does not tell: ${f.list(missing.map(text => text.en))}.`,
                es: f => `El servidor no dice: ${f.list(missing.map(text => text.es))}.`,
              }),
            ]),
      ),
      question: say({
        en: 'Is all that the provider gave you (addresses, user and password, router, certificates) at hand on paper?',
        es: '¿Tiene a mano, en papel, todo lo que le dio el proveedor (direcciones, usuario y contraseña, router, certificados)?',
      }),
      evidence,
    };
  },
});

function line(what: Text, values: readonly string[] | undefined): readonly Text[] {
  if (values === undefined || values.length === 0) return [];
  return [say({ en: f => `${what.en} ${f.list(values)}`, es: f => `${what.es} ${f.list(values)}` })];
}
