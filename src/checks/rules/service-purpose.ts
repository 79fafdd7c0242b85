import type { Service } from '../../facts/services.js';

/** Why a service of another maker must go on running during the upgrade. */
export type KeepReason = 'way-in' | 'vpn' | 'hypervisor' | 'storage' | 'network';

/**
 * What a program is for, as its name and path say. These are words of a purpose, not lists of products, with the products whose name
 * says nothing of it. Keeping one too many leaves it running with a word about it; stopping one of these can cut us off or lose a disk.
 */
const purposes: readonly (readonly [KeepReason, RegExp])[] = [
  [
    'way-in',
    /sshd?\b|\bssh|openssh|bitvise|bvssh|copssh|remote ?desktop|\brdp|\bvnc|[a-z]vnc|teamviewer|anydesk|screenconnect|splashtop|rustdesk|dameware|radmin|logmein|meshagent|\bssm-agent|amazon-?ssm/i,
  ],
  [
    'vpn',
    /vpn|wireguard|wg-quick|tailscale|zerotier|hamachi|\bipsec|strongswan|anyconnect|globalprotect|pangps|netextender|cloudflared|netbird|twingate|nebula|pppoe/i,
  ],
  [
    'hypervisor',
    /vmtools|vmware tools|vgauth|vmware alias manager|vmware physical disk helper|open-vm|hyper-?v|\bhv_|qemu|\bspice\b|vdagent|virtio|xen(?:tools|svc|bus|guest|agent|server tools)|xe-(?:daemon|linux)|vbox|virtualbox|\bprl_|parallels tools|guest[ -]agent|walinuxagent|waagent/i,
  ],
  [
    'storage',
    /iscsi|multi-?path|\bmpio|powerpath|emcp|(?:^|[^a-z]|mega|fake)raid|\biastor|rapid storage|smart array|storage|equallogic|starwind|\bdrbd|\bceph|gluster|\bzfs|\bzed\b|\blvm|mdadm|mdmonitor|megamonitor/i,
  ],
  [
    'network',
    /nic team|teaming|network ?manager|networkd|proset|wpa_supplicant|\bbasp|broadcom (?:advanced|management)|firewall|iptables|nftables|\bcsf\b|\blfd\b/i,
  ],
];

/** The purpose for which it must go on running; undefined when it has none that we know. */
export function purposeOf({
  name,
  displayName,
  program,
}: Pick<Service, 'name' | 'displayName' | 'program'>): KeepReason | undefined {
  const words = [name, displayName, program ?? ''];
  return purposes.find(([, pattern]) => words.some(word => pattern.test(word)))?.[0];
}
