import { describe, expect, it } from 'vitest';
import { type Given, reasonWith, valueWith } from '../testing/read-with.js';
import { registry as keys, rows } from '../testing/windows-answers.js';
import { dnsZonesOnWindows } from './dns-zones.windows.js';
import { serviceKeys } from './questions/windows-services.js';

const key = dnsZonesOnWindows.questions['registry'];
const registry = (zones: Parameters<typeof keys>[1]) => keys(key?.kind === 'registry' ? key.key : '', zones);
const read = (given: Given) => valueWith(dnsZonesOnWindows, given);

describe('DNS zones of Windows', () => {
  it('of the registry and of the running service, without those every server has', () => {
    const given = {
      registry: registry({
        '': {},
        'empresa.local': { Type: 1, DsIntegrated: 1 },
        'tienda.example': { Type: 2 },
        TrustAnchors: { Type: 1 },
      }),
      loaded: rows(
        { Name: 'Empresa.local', DsIntegrated: true },
        { Name: '_msdcs.empresa.local', DsIntegrated: true },
        { Name: '127.in-addr.arpa', DsIntegrated: false },
        { Name: '..Cache', DsIntegrated: false },
        { Name: null },
      ),
    };
    expect(read(given)).toEqual([
      { name: 'Empresa.local', kind: 'primary', inDirectory: true },
      { name: '_msdcs.empresa.local', kind: undefined, inDirectory: true },
      { name: 'tienda.example', kind: 'secondary', inDirectory: undefined },
    ]);
  });

  it('are none on a server without the service, and missing where the service is and says nothing', () => {
    expect(read({ services: keys(serviceKeys.key, { Spooler: {} }) })).toEqual([]);
    const dns = keys(serviceKeys.key, { DNS: { Start: 2 } });
    expect(reasonWith(dnsZonesOnWindows, { services: dns }).es).toContain('MicrosoftDNS_Zone');
    expect(reasonWith(dnsZonesOnWindows, {}).en).toContain('MicrosoftDNS_Zone');
  });
});
