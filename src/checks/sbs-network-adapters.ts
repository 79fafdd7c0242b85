import { community, microsoft } from '../catalog/microsoft-sources.js';
import { network } from '../facts/network.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, warn } from './wording/outcomes.js';
import { toSmallBusiness2003 } from './wording/windows-paths.js';

export const sbsNetworkAdapters = defineCheck({
  id: 'sbs-network-adapters',
  row: 'internet-connection-info',
  title: say({ en: 'Network adapters and the set-up', es: 'Adaptadores de red y la instalación' }),
  why: say({
    en: 'The set-up asks for one adapter for the local network and disables all others; Premium with ISA Server needs two.',
    es: 'La instalación pide un adaptador para la red local y deshabilita los demás; Premium con ISA Server necesita dos.',
  }),
  platforms: ['windows'],
  concerns: toSmallBusiness2003,
  needs: { network },
  sources: [microsoft.sbs2003AppendixD, community.sbsHardware],

  run: ({ network: { adapters } }) => {
    const usable = adapters.filter(adapter => adapter.enabled && adapter.virtual !== true);
    const evidence = {
      adapters: usable.map(({ name, addresses }) => (addresses.length > 0 ? `${name}: ${addresses.join(', ')}` : name)),
    };
    if (usable.length === 0) {
      return fail(
        'high',
        {
          en: 'No enabled network adapter was found; the set-up needs at least one.',
          es: 'No se ha encontrado ningún adaptador de red habilitado; la instalación necesita al menos uno.',
        },
        {
          remedy: hint({
            en: 'Install and enable an adapter with a driver for Windows Server 2003.',
            es: 'Instale y habilite un adaptador con controlador para Windows Server 2003.',
          }),
          evidence,
        },
      );
    }
    if (usable.length === 1) {
      return pass(
        {
          en: 'There is one adapter, which the set-up takes for the local network; its default address there is 192.168.16.2.',
          es: 'Hay un adaptador, que la instalación toma para la red local; la dirección predeterminada es 192.168.16.2.',
        },
        { evidence },
      );
    }
    return warn(
      'medium',
      {
        en: f =>
          `There are ${f.number(usable.length)} adapters; the set-up disables all but the one for the local network.`,
        es: f =>
          `Hay ${f.number(usable.length)} adaptadores; la instalación deshabilita todos salvo el de la red local.`,
      },
      {
        remedy: hint({
          en: 'Write down which adapter is which and what addresses it has, so that you choose the right one and enable the others afterwards.',
          es: 'Anote cuál es cada adaptador y qué direcciones tiene, para elegir el correcto y habilitar después los demás.',
        }),
        evidence,
      },
    );
  },
});
