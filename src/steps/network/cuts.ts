import { isIPv4 } from 'node:net';
import type { Adapter } from '../../facts/network.js';
import { type Text, say } from '../../i18n/text.js';
import type { CommandResource } from '../../model/resource.js';
import { isDeviceName, noWayOut } from './linux-lines.js';
import type { OwnConnection } from './own-connection.js';
import { adapterOff, routeOff } from './windows-lines.js';

/** How the way to the Internet goes. */
export interface Cut {
  readonly resources: readonly {
    readonly resource: CommandResource;
    readonly text: Text;
    readonly from: string;
    readonly to: string;
  }[];
  /** Our own connection goes with it. */
  readonly ownGoes: boolean;
  /** A restart brings it back, and set-up restarts. */
  readonly volatile: boolean;
}

/** @param agreed that our own connection may go */
export function cutLinux(out: readonly Adapter[], own: OwnConnection, agreed: boolean): Cut | undefined {
  const text = say({
    en: 'Every address that only a default route leads to becomes unreachable; networks of its own and internal ones stay.',
    es: 'Deja de alcanzarse toda dirección a la que solo lleve una ruta predeterminada; las redes propias e internas siguen.',
  });
  const cut = (resource: CommandResource, ownGoes: boolean): Cut => ({
    resources: [{ resource, text, from: 'open', to: 'cut' }],
    ownGoes,
    // a restart ends the upgrade of a release
    volatile: false,
  });
  if (own.state === 'through-gateway') {
    const gateway = out.length === 1 ? sameFamily(out[0], own.remote) : undefined;
    const device = out[0]?.name ?? '';
    if (gateway !== undefined && isDeviceName(device)) {
      return cut(noWayOut({ remote: own.remote, gateway, device }), false);
    }
  } else if (own.state !== 'unknown') return cut(noWayOut(), false);
  return agreed ? cut(noWayOut(), true) : undefined;
}

/** @param agreed that our own connection may go: then the adapter goes, which no restart brings back */
export function cutWindows(
  out: readonly Adapter[],
  own: OwnConnection,
  agreed: boolean,
  host: { readonly modern: boolean; readonly powerShell: boolean },
): Cut | undefined {
  const overIt = own.state !== 'none' && own.state !== 'elsewhere';
  const keep = own.state === 'through-gateway' ? own.remote : undefined;
  const gateways = out.flatMap(adapter => adapter.gateways.filter(isIPv4).map(gateway => ({ adapter, gateway })));
  const ownStays =
    !overIt || (own.state !== 'unknown' && (keep === undefined || (isIPv4(keep) && gateways.length === 1)));
  if (!ownStays && !agreed) return undefined;
  const whole = host.modern && host.powerShell && (!overIt || agreed);
  if (whole) {
    return {
      resources: out.map(({ name }) => ({
        resource: adapterOff(name),
        text: say({ en: `Adapter “${name}”: disabled.`, es: `Adaptador «${name}»: se deshabilita.` }),
        from: 'on',
        to: 'off',
      })),
      ownGoes: overIt,
      volatile: false,
    };
  }
  return {
    resources: gateways.map(({ adapter, gateway }) => ({
      resource: routeOff(gateway, adapter.name, host.modern, ownStays ? keep : undefined),
      text: say({
        en: `Default route by ${gateway} (“${adapter.name}”): removed. A restart brings it back.`,
        es: `Ruta predeterminada por ${gateway} («${adapter.name}»): se quita. Un reinicio la devuelve.`,
      }),
      from: 'on',
      to: 'off',
    })),
    ownGoes: !ownStays,
    volatile: true,
  };
}

function sameFamily(adapter: Adapter | undefined, remote: string): string | undefined {
  const gateways = adapter?.gateways.filter(gateway => isIPv4(gateway) === isIPv4(remote)) ?? [];
  return gateways.length === 1 ? gateways[0] : undefined;
}
