import type { Text } from '../../i18n/text.js';
import { type Entries, type LossRule, type LossRules, type Weight, from, gone, goneWith } from './rule.js';
import * as texts from './texts.js';

/** Addresses and servers that are configured on some adapter still, whatever it is called now, are not lost. */
const elsewhere = (is: Entries, kind: string, value: string): boolean =>
  [...is.keys()].some(entry => entry.startsWith('adapters/') && entry.endsWith(`/${kind}/${value}`));

function listOf(entries: Entries, path: string): readonly string[] {
  return [...entries.keys()].flatMap(entry => (entry.startsWith(`${path}/`) ? [entry.slice(path.length + 1)] : []));
}

const address = (kind: 'addresses' | 'gateways' | 'dns', weight: Weight, text: Text): LossRule => ({
  like: new RegExp(`^adapters/[^/]+/${kind}/([^/]+)$`),
  text,
  weight: (change, _path, _was, is) =>
    gone(change) && !elsewhere(is, kind, change.entry.split('/').at(-1) ?? '') ? weight : undefined,
});

/** How others reach the server: what it offers, and under which name and address. */
export const offersLost: LossRules = {
  'listening-ports': [
    {
      like: /^ports\/([^/]+)$/,
      text: texts.portClosed,
      weight: (change, path, was) =>
        gone(change) ? (was.get(`${path}/local`) === 'true' ? 'medium' : 'high') : undefined,
    },
    {
      like: /^ports\/([^/]+)\/addresses\/[^/]+$/,
      text: texts.portNarrower,
      weight: (change, path, _was, is) => (gone(change) && !is.has(`${path}/addresses/*`) ? 'high' : undefined),
    },
  ],
  shares: [
    { like: /^shares\/([^/]+)$/, text: texts.shareGone, weight: goneWith('high') },
    { like: /^shares\/([^/]+)\/offered$/, text: texts.shareNotOffered, weight: from('true', 'high', 'false') },
    { like: /^shares\/([^/]+)\/path$/, text: texts.shareMoved, weight: () => 'high' },
    { like: /^administrative\/(NETLOGON|SYSVOL)$/i, text: texts.logonShareGone, weight: goneWith('high') },
    { like: /^administrative\/(print\$|fax\$)$/i, text: texts.shareGone, weight: goneWith('medium') },
  ],
  network: [
    { like: /^(hostName|dnsDomain)$/, text: texts.renamed, weight: () => 'high' },
    {
      like: /^adapters\/([^/]+)$/,
      text: texts.adapterGone,
      weight(change, path, was, is) {
        if (!gone(change)) return undefined;
        const addresses = listOf(was, `${path}/addresses`);
        return addresses.some(one => !elsewhere(is, 'addresses', one)) ? 'high' : 'low';
      },
    },
    address('addresses', 'high', texts.addressGone),
    address('gateways', 'high', texts.gatewayGone),
    address('dns', 'high', texts.dnsServerGone),
    { like: /^adapters\/([^/]+)\/(?:up|enabled)$/, text: texts.linkDown, weight: from('true', 'high', 'false') },
  ],
  'dns-zones': [{ like: /^([^/]+)$/, text: texts.zoneGone, weight: goneWith('high') }],
};
