import type { Text } from '../i18n/text.js';
import type { ChangedEntry, Loss } from '../model/comparison.js';
import * as texts from './loss-texts.js';

/** A fact's entries, by their path (see entries.ts). */
type Entries = ReadonlyMap<string, string>;
type Weight = Loss['severity'];

/** What an entry must be, and become, to count as lost. */
interface Rule {
  /** The entries it is about; the first group is the thing's name. */
  readonly like: RegExp;
  readonly text: Text;
  /** Undefined when it is no loss after all. `path` is the thing's own entry. */
  weight(change: ChangedEntry, path: string, was: Entries, is: Entries): Weight | undefined;
  /** The field that names the thing better than its entry does. */
  readonly named?: string;
}

const gone = ({ after }: ChangedEntry): boolean => after === undefined;
const goneWith =
  (weight: Weight): Rule['weight'] =>
  change =>
    gone(change) ? weight : undefined;
const from =
  (before: string, weight: Weight, after?: string): Rule['weight'] =>
  change =>
    change.before === before && (after === undefined ? change.after !== before : change.after === after)
      ? weight
      : undefined;

/** A service that starts by itself, or that somebody else made, is there for somebody; Windows' and Debian's own others come and go. */
const ofService = (path: string, was: Entries): Weight =>
  was.get(`${path}/startMode`) === 'auto' || was.get(`${path}/maker/kind`) === 'other' ? 'high' : 'low';

/** Addresses and servers that are configured on some adapter still, whatever it is called now, are not lost. */
const elsewhere = (is: Entries, kind: string, value: string): boolean =>
  [...is.keys()].some(entry => entry.startsWith('adapters/') && entry.endsWith(`/${kind}/${value}`));

function listOf(entries: Entries, path: string): readonly string[] {
  return [...entries.keys()].flatMap(entry => (entry.startsWith(`${path}/`) ? [entry.slice(path.length + 1)] : []));
}

const address = (kind: 'addresses' | 'gateways' | 'dns', weight: Weight, text: Text): Rule => ({
  like: new RegExp(`^adapters/[^/]+/${kind}/([^/]+)$`),
  text,
  weight: (change, _path, _was, is) =>
    gone(change) && !elsewhere(is, kind, change.entry.split('/').at(-1) ?? '') ? weight : undefined,
});

const rules: Readonly<Record<string, readonly Rule[]>> = {
  services: [
    {
      like: /^([^/]+)\/state$/,
      text: texts.stopped,
      weight: ({ before, after }, path, was) =>
        before === 'running' && after !== 'running' ? ofService(path, was) : undefined,
    },
    {
      like: /^([^/]+)$/,
      text: texts.serviceGone,
      weight(change, path, was) {
        if (!gone(change)) return undefined;
        if (was.get(`${path}/state`) === 'running') return ofService(path, was);
        return was.get(`${path}/maker/kind`) === 'other' ? 'medium' : undefined;
      },
    },
    { like: /^([^/]+)\/startMode$/, text: texts.startsNoMore, weight: from('auto', 'medium') },
  ],
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
  volumes: [
    {
      like: /^([^/]+)$/,
      text: texts.volumeGone,
      weight: (change, path, was) =>
        gone(change) ? (was.get(`${path}/kind`) === 'fixed' ? 'high' : 'low') : undefined,
    },
  ],
  'sql-server': [
    { like: /^instances\/([^/]+)$/, text: texts.databaseGone, weight: goneWith('high') },
    { like: /^instances\/([^/]+)\/running$/, text: texts.stopped, weight: from('true', 'high') },
  ],
  databases: [
    { like: /^(?:postgresql\/clusters\/)?([^/]+)\/running$/, text: texts.stopped, weight: from('true', 'high') },
  ],
  'hyper-v': [
    { like: /^machines\/([^/]+)$/, text: texts.machineGone, weight: goneWith('high') },
    { like: /^machines\/([^/]+)\/state$/, text: texts.stopped, weight: from('running', 'high') },
  ],
  'scheduled-tasks': [
    {
      like: /^tasks\/([^/]+)$/,
      text: texts.taskGone,
      // Windows keeps its own in this folder, and every release has others
      weight: change => (gone(change) && !change.entry.startsWith('tasks/\\Microsoft\\') ? 'medium' : undefined),
    },
    { like: /^tasks\/([^/]+)\/enabled$/, text: texts.taskOff, weight: from('true', 'medium', 'false') },
  ],
  certificates: [
    { like: /^certificates\/([^/]+)$/, text: texts.certificateGone, weight: goneWith('medium'), named: 'subject' },
  ],
  drivers: [
    {
      like: /^([^/]+)$/,
      text: texts.driverGone,
      weight: (change, path, was) =>
        gone(change) && was.get(`${path}/thirdParty`) === 'true'
          ? was.get(`${path}/running`) === 'true'
            ? 'medium'
            : 'low'
          : undefined,
    },
    {
      like: /^([^/]+)\/running$/,
      text: texts.driverStopped,
      weight: (change, path, was) =>
        was.get(`${path}/thirdParty`) === 'true' ? from('true', 'medium', 'false')(change, path, was, was) : undefined,
    },
  ],
  applications: [{ like: /^([^/]+)$/, text: texts.applicationGone, weight: goneWith('low') }],
  roles: [{ like: /^installed\/([^/]+)$/, text: texts.roleGone, weight: goneWith('medium') }],
};

/**
 * What is lost by a change of a fact's entry, and how soon people will call about it; undefined when it is nothing that an upgrade must
 * never lose. Pure.
 */
export function lossOf(fact: string, change: ChangedEntry, was: Entries, is: Entries): Loss | undefined {
  for (const { like, text, weight, named } of rules[fact] ?? []) {
    const found = new RegExp(like, `${like.flags}d`).exec(change.entry);
    const [first, last] = found?.indices?.[1] ?? [];
    if (first === undefined || last === undefined) continue;
    const path = change.entry.slice(0, last);
    const severity = weight(change, path, was, is);
    if (severity === undefined) continue;
    const better = named === undefined ? undefined : was.get(`${path}/${named}`);
    return { severity, thing: (better ?? change.entry.slice(first, last)).replaceAll('∕', '/'), text };
  }
  return undefined;
}
