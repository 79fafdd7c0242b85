import { describe, expect, it } from 'vitest';
import { adapterOff, routeOff } from './windows-lines.js';

const script = (line: string | undefined): string =>
  Buffer.from(line?.split(' ').at(-1) ?? '', 'base64').toString('utf16le');

describe('an adapter', () => {
  const { look, set, name } = adapterOff("Conexión d'área & 100%");
  it('is found by its name, whatever that holds', () => {
    expect(name).toBe("adapter/Conexión d'área & 100%");
    for (const line of [look, set['on'], set['off']]) {
      expect(line).toMatch(/^[A-Za-z0-9 .+/=-]+$/);
      expect(script(line)).toContain("$_.NetConnectionID -eq 'Conexión d''área & 100%'");
    }
  });
  it('is enabled and disabled by WMI', () => {
    expect(script(set['on'])).toContain('$a.Enable().ReturnValue');
    expect(script(set['off'])).toContain('$a.Disable().ReturnValue');
    expect(script(look)).toContain("'none' } elseif ($a.ConfigManagerErrorCode -eq 22) { 'off' } else { 'on' }");
  });
});

describe('a default route', () => {
  it('of Windows 2000 and 2003', () =>
    expect(routeOff('192.168.16.1', 'Internet', false)).toEqual({
      kind: 'command',
      name: 'route/192.168.16.1',
      look: 'route print 0.0.0.0 | findstr /r /c:" 0\\.0\\.0\\.0  *0\\.0\\.0\\.0  *192\\.168\\.16\\.1  *[0-9][0-9]*\\.[0-9]" >nul && echo on || echo off',
      set: {
        off: 'route delete 0.0.0.0 mask 0.0.0.0 192.168.16.1',
        on: 'route add 0.0.0.0 mask 0.0.0.0 192.168.16.1',
      },
    }));

  it('of later Windows, not the configured one, with our far end kept', () =>
    expect(routeOff('10.0.0.1', 'Ethernet 2', true, '203.0.113.9').set).toEqual({
      off: 'route add 203.0.113.9 mask 255.255.255.255 10.0.0.1 & netsh interface ipv4 delete route 0.0.0.0/0 "Ethernet 2" 10.0.0.1 store=active',
      on: 'netsh interface ipv4 add route 0.0.0.0/0 "Ethernet 2" 10.0.0.1 store=active & route delete 203.0.113.9 mask 255.255.255.255',
    }));

  it('of an adapter whose name cmd.exe would change', () =>
    expect(script(routeOff('10.0.0.1', '%PATH%', true).set['off'])).toBe(
      "& netsh.exe interface ipv4 delete route 0.0.0.0/0 '%PATH%' 10.0.0.1 store=active; exit $LASTEXITCODE",
    ));

  it.each([
    ['10.0.0.1 & calc', undefined],
    ['fe80::1', undefined],
    ['10.0.0.1', '1.2.3.4;x'],
  ])('refuses %j, %j', (gateway, keep) => expect(() => routeOff(gateway, 'x', true, keep)).toThrow(RangeError));
});
