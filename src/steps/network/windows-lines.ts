import { isIPv4 } from 'node:net';
import type { CommandResource } from '../../model/resource.js';
import { powerShellLine, powerShellText } from '../lines/quote.js';

/**
 * A network adapter disabled and enabled, by WMI (Win32_NetworkAdapter, methods Enable and Disable: Windows Server 2008 and later); it stays
 * so over the restarts of set-up. Names of connections are people's text: they go into the script as a literal.
 */
export function adapterOff(name: string): CommandResource {
  const adapter = `$a = @(Get-WmiObject Win32_NetworkAdapter | Where-Object { $_.NetConnectionID -eq ${powerShellText(name)} })[0]`;
  // 22: CM_PROB_DISABLED. What is set takes a moment to show
  const set = (method: 'Enable' | 'Disable', done: string): string =>
    powerShellLine(
      `${adapter}; $r = $a.${method}().ReturnValue; for ($i = 0; $i -lt 40; $i++) { ${adapter}; if (${done}) { break }; Start-Sleep -Milliseconds 500 }; exit $r`,
    );
  return {
    kind: 'command',
    name: `adapter/${name}`,
    look: powerShellLine(
      `${adapter}; if ($null -eq $a) { 'none' } elseif ($a.ConfigManagerErrorCode -eq 22) { 'off' } else { 'on' }`,
    ),
    set: {
      on: set('Enable', '$a.ConfigManagerErrorCode -ne 22'),
      off: set('Disable', '$a.ConfigManagerErrorCode -eq 22'),
    },
  };
}

/**
 * The default route of this moment taken away and given back: not the one that is configured, so that a restart brings it back as well.
 *
 * @param modern Windows Server 2008 and later, where `route delete` would take the configured one along, and netsh can be told not to
 * @param keep address of our far end, when our connection comes in through that gateway
 * @throws RangeError when an address is none of IPv4
 */
export function routeOff(gateway: string, adapter: string, modern: boolean, keep?: string): CommandResource {
  if (!isIPv4(gateway) || (keep !== undefined && !isIPv4(keep))) throw new RangeError('addresses must be of IPv4');
  const far = `${keep} mask 255.255.255.255`;
  const shown = gateway.replaceAll('.', '\\.');
  const zero = '0\\.0\\.0\\.0';
  return {
    kind: 'command',
    name: `route/${gateway}`,
    // a line of the active routes names an adapter's address after the gateway; one of the persistent routes does not
    look: `route print 0.0.0.0 | findstr /r /c:" ${zero}  *${zero}  *${shown}  *[0-9][0-9]*\\.[0-9]" >nul && echo on || echo off`,
    set: {
      off: `${keep === undefined ? '' : `route add ${far} ${gateway} & `}${change('delete', gateway, adapter, modern)}`,
      on: `${change('add', gateway, adapter, modern)}${keep === undefined ? '' : ` & route delete ${far}`}`,
    },
  };
}

function change(verb: 'add' | 'delete', gateway: string, adapter: string, modern: boolean): string {
  if (!modern) return `route ${verb} 0.0.0.0 mask 0.0.0.0 ${gateway}`;
  // cmd.exe would replace percent signs even between quotes
  if (!/[%"\0-\x1f]/.test(adapter)) {
    return `netsh interface ipv4 ${verb} route 0.0.0.0/0 "${adapter}" ${gateway} store=active`;
  }
  return powerShellLine(
    `& netsh.exe interface ipv4 ${verb} route 0.0.0.0/0 ${powerShellText(adapter)} ${gateway} store=active; exit $LASTEXITCODE`,
  );
}
