import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';

export const interfaceNames = defineCheck({
  id: 'interface-names',
  row: 'disconnect-network',
  title: say({ en: 'Names of network interfaces', es: 'Nombres de las interfaces de red' }),
  why: say({
    en: 'A new kernel or udev may name an interface differently. The settings then match none, and a remote server is gone after its restart.',
    es: 'Un núcleo o udev nuevos pueden dar otro nombre a una interfaz. La configuración deja de coincidir y un servidor remoto desaparece al reiniciar.',
  }),
  platforms: ['linux'],
  needs: { systemSettings },
  sources: [debianNotes('trixie', 'Network interface names may change')],

  run: ({ systemSettings: { interfaces, configuredInterfaces, namesFixedBy } }) => {
    const configured = new Map(configuredInterfaces.map(one => [one.name, one.file]));
    const atRisk = interfaces.filter(
      one => configured.has(one.name) && one.predictable !== undefined && one.predictable !== one.name,
    );
    if (atRisk.length === 0) {
      return {
        state: 'pass',
        text: say({
          en: 'No interface that is configured by name goes by another name than udev would give it.',
          es: 'Ninguna interfaz configurada por su nombre tiene uno distinto del que le daría udev.',
        }),
      };
    }
    const fixed = namesFixedBy.length > 0;
    return atRisk.map(one => ({
      state: 'warn' as const,
      severity: fixed ? ('low' as const) : ('high' as const),
      resource: one.name,
      text: fixed
        ? say({
            en: f => `${one.name} would be called ${one.predictable}, but ${f.list(namesFixedBy)} keeps its name.`,
            es: f => `${one.name} se llamaría ${one.predictable}, pero ${f.list(namesFixedBy)} conserva su nombre.`,
          })
        : say({
            en: `${configured.get(one.name)} configures ${one.name}; udev would call it ${one.predictable}, and nothing fixes the name.`,
            es: `${configured.get(one.name)} configura ${one.name}; udev la llamaría ${one.predictable} y nada fija el nombre.`,
          }),
      remedy: {
        kind: 'hint' as const,
        text: say({
          en: `Fix the name by its hardware address in /etc/systemd/network/10-${one.name}.link ([Match] MACAddress=…, [Link] Name=${one.name}), and keep a console at hand for the first restart.`,
          es: `Fije el nombre por su dirección física en /etc/systemd/network/10-${one.name}.link ([Match] MACAddress=…, [Link] Name=${one.name}), y tenga una consola a mano en el primer reinicio.`,
        }),
      },
      evidence: { predictable: one.predictable ?? null, file: configured.get(one.name) ?? null, fixedBy: namesFixedBy },
    }));
  },
});
