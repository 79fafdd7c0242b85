import type { Answer } from '../../model/answer.js';
import type { Identity } from '../identity.js';
import { numberCell, rowsOf } from './windows-answers.js';

/** From the environment ("AMD64"), else from the build's name ("9600.19304.amd64fre.winblue…"). */
export function architectureOf(text: string | undefined, build: number | undefined): Identity['architecture'] {
  // Server was sold for x86 alone up to Windows 2000 (NT's other processors were gone by then)
  if (build !== undefined && build <= 2195) return 'x86';
  const name = text?.toLowerCase() ?? '';
  if (name.includes('amd64')) return 'x64';
  if (name.includes('arm64')) return 'arm64';
  return name.includes('x86') ? 'x86' : 'other';
}

/** Core editions of 2008 by their numbers: 12 Datacenter, 13 Standard, 14 Enterprise, 29 Web, 39 to 41 without Hyper-V. */
const coreEditions = new Set([12, 13, 14, 29, 39, 40, 41]);

/** Desktop, Core or Nano: from InstallationType, before that from the edition's number. */
export function installationOf(
  type: string | undefined,
  sku: Answer,
  build: number | undefined,
): Identity['installation'] {
  if (type !== undefined) {
    if (/nano/i.test(type)) return 'nano';
    return /core/i.test(type) ? 'core' : 'desktop';
  }
  if (build === undefined) return undefined;
  if (build < 6001) return 'desktop';
  const number = numberCell(rowsOf(sku)?.[0]?.OperatingSystemSKU);
  if (number === undefined) return undefined;
  return coreEditions.has(number) ? 'core' : 'desktop';
}

/** The registry's ProductType decides; only member or standalone is left to WMI (DomainRole 2 standalone, 3 member). */
export function roleOf(type: string | undefined, domainRole: number | undefined): Identity['role'] {
  if (type === 'lanmannt') return 'domain-controller';
  if (type === 'winnt') return 'workstation';
  if (type !== 'servernt') return undefined;
  if (domainRole === 3) return 'member';
  return domainRole === 2 ? 'standalone' : undefined;
}

/** WMI gives a workgroup's name in the same place, so that it counts only where there is a domain. */
export function domainOf(role: Identity['role'], wmi: string | undefined, dns: string | undefined): string | undefined {
  if (role === 'standalone') return undefined;
  if (role === 'domain-controller' && (wmi === undefined || !wmi.includes('.'))) return dns ?? domainName(wmi);
  return domainName(wmi) ?? dns;
}

function domainName(name: string | undefined): string | undefined {
  return name === undefined || /^(workgroup|grupo_trabajo|mshome)$/i.test(name) ? undefined : name;
}
