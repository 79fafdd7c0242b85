import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { DnsZones } from './dns-zones.js';
import { partsOf, textOf, whyNot } from './linux/answers.js';
import { asked, blank, linesOfFiles } from './linux/pieces.js';

/** BIND's zones as Debian lays out its configuration. `rndc zonestatus` would need each zone's name first. */
const settings: CommandQuestion = {
  kind: 'command',
  id: 'dns-zones-linux',
  ...asked(
    linesOfFiles({
      part: 'bind',
      files:
        '/etc/bind/named.conf.local /etc/bind/named.conf /etc/bind/named.conf.*-zones /etc/bind/*.conf /etc/bind/zones/*.conf',
      like: `^${blank}*(zone${blank}|type${blank})|^${blank}*zone.*[{].*type${blank}`,
    }),
  ),
};

export const dnsZonesOnLinux = reader({
  questions: { settings },
  parse({ settings }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const zones = new Map<string, DnsZones[number]>();
    let last: string | undefined;
    for (const line of partsOf(text).get('bind') ?? []) {
      const named = /^\s*zone\s+(?:"([^"]+)"|([^\s{]+))/.exec(line);
      if (named) {
        last = (named[1] ?? named[2] ?? '').toLowerCase().replace(/(.)\.$/, '$1');
        if (!zones.has(last)) zones.set(last, { name: last, kind: undefined, inDirectory: undefined });
      }
      const kind = kinds.get(/(?:^|[\s{;])type\s+([a-z-]+)/.exec(line)?.[1] ?? '');
      const zone = last === undefined ? undefined : zones.get(last);
      if (zone && kind !== undefined && zone.kind === undefined) zones.set(zone.name, { ...zone, kind });
    }
    return known<DnsZones>([...zones.values()].filter(({ name }) => !own.test(name)));
  },
});

const kinds: ReadonlyMap<string, DnsZones[number]['kind']> = new Map([
  ['master', 'primary'],
  ['primary', 'primary'],
  ['slave', 'secondary'],
  ['secondary', 'secondary'],
  ['stub', 'stub'],
  ['forward', 'forward'],
]);

/** Zones that Debian's package brings (/etc/bind/named.conf.default-zones). */
const own = /^(?:\.|localhost|(?:0|127|255)\.in-addr\.arpa)$/;
