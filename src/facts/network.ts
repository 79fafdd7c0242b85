import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { networkOnWindows } from './network.windows.js';
import { networkOnLinux } from './network.linux.js';

export interface Adapter {
  readonly name: string;
  readonly description: string | undefined;
  readonly mac: string | undefined;
  readonly enabled: boolean;
  readonly up: boolean | undefined;
  readonly virtual: boolean | undefined;
  /** Members of a team or bond; undefined when it is none. */
  readonly team: readonly string[] | undefined;
  /** "192.168.16.2/24", "2001:db8::1/64". */
  readonly addresses: readonly string[];
  readonly gateways: readonly string[];
  readonly dns: readonly string[];
  readonly dhcp: boolean | undefined;
  /** The default route goes out here. */
  readonly facesInternet: boolean;
  readonly speedMegabits: number | undefined;
}

export interface Network {
  readonly hostName: string | undefined;
  readonly dnsDomain: string | undefined;
  readonly adapters: readonly Adapter[];
  /** Dial-up and PPPoE connections. */
  readonly dialUp: readonly string[];
  readonly proxy: string | undefined;
  /** Linux: what configures it (`ifupdown`, `systemd-networkd`, `netplan`, `NetworkManager`). */
  readonly configuredBy: readonly string[];
}

export const network = defineFact<Network>({
  id: 'network',
  title: say({ en: 'Network', es: 'Red' }),
  on: { windows: networkOnWindows, linux: networkOnLinux },
});
