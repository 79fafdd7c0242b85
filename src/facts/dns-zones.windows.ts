import { known, reader } from '../model/fact.js';
import type { RegistryQuestion, WmiQuestion } from '../model/question.js';
import type { DnsZones } from './dns-zones.js';
import { serviceKeys } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { flagCell, keyOf, keysOf, numberIn, rowsOf, subKeysOf, textCell } from './reading/windows-answers.js';

/** Zones kept in files, and what the server notes of those in the directory. Type: DNS_ZONE_TYPE in [MS-DNSP] 2.2.5.1.1. */
const registry = {
  id: 'registry-dns-zones',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\DNS Server\\Zones',
  depth: 1,
  values: ['Type', 'DsIntegrated'],
} as const satisfies RegistryQuestion;

/** All zones while the service runs, those of the directory among them. */
const loaded = {
  id: 'windows-dns-zones',
  kind: 'wmi',
  namespace: 'root\\MicrosoftDNS',
  class: 'MicrosoftDNS_Zone',
  properties: ['Name', 'DsIntegrated'],
} as const satisfies WmiQuestion;

const questions = { registry, loaded, services: serviceKeys } as const;

export const dnsZonesOnWindows = reader<DnsZones, typeof questions>({
  questions,
  parse(answers) {
    const rows = rowsOf(answers.loaded);
    const keys = keysOf(answers.registry);
    if (!rows && !keys) {
      const service = keyOf(answers.services, `${serviceKeys.key}\\DNS`);
      return service || !keysOf(answers.services) ? couldNotRead('MicrosoftDNS_Zone', answers.loaded) : known([]);
    }
    const zones = new Map<string, DnsZones[number]>();
    for (const [name, values] of subKeysOf(answers.registry, registry.key)) {
      const integrated = numberIn(values, 'DsIntegrated');
      zones.set(name.toLowerCase(), {
        name,
        kind: kinds[numberIn(values, 'Type') ?? 0],
        inDirectory: integrated === undefined ? undefined : integrated !== 0,
      });
    }
    for (const row of rows ?? []) {
      const name = textCell(row.Name);
      if (name === undefined) continue;
      const written = zones.get(name.toLowerCase());
      zones.set(name.toLowerCase(), {
        name,
        kind: written?.kind,
        inDirectory: flagCell(row.DsIntegrated) ?? written?.inDirectory,
      });
    }
    return known(
      [...zones.values()].filter(({ name }) => !own.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    );
  },
});

const kinds: readonly DnsZones[number]['kind'][] = [undefined, 'primary', 'secondary', 'stub', 'forward'];

/** Zones that every DNS server makes for itself. */
const own = /^(?:\.|\.\.(?:cache|roothints)|trustanchors|(?:0|127|255)\.in-addr\.arpa)$/i;
