import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { dnsZonesOnWindows } from './dns-zones.windows.js';
import { dnsZonesOnLinux } from './dns-zones.linux.js';

/** Zones that the server's own DNS server answers for; an empty list where it has no DNS server. */
export type DnsZones = readonly {
  readonly name: string;
  readonly kind: 'primary' | 'secondary' | 'stub' | 'forward' | undefined;
  /** Kept in the directory rather than in a file; undefined where that is not told. */
  readonly inDirectory: boolean | undefined;
}[];

export const dnsZones = defineFact<DnsZones>({
  id: 'dns-zones',
  title: say({ en: 'DNS zones', es: 'Zonas DNS' }),
  on: { windows: dnsZonesOnWindows, linux: dnsZonesOnLinux },
});
