import { describe, expect, it } from 'vitest';
import { purposeOf } from './service-purpose.js';

const purpose = (name: string, displayName = name, program?: string) => purposeOf({ name, displayName, program });

describe('what a service is for', () => {
  it.each([
    ['sshd', 'OpenSSH SSH Server', 'C:\\Program Files\\OpenSSH\\sshd.exe', 'way-in'],
    ['BvSshServer', 'Bitvise SSH Server', undefined, 'way-in'],
    ['winvnc', 'VNC Server', undefined, 'way-in'],
    ['uvnc_service', 'uvnc_service', undefined, 'way-in'],
    ['amazon-ssm-agent.service', 'amazon-ssm-agent', undefined, 'way-in'],
    ['OpenVPNService', 'OpenVPNService', undefined, 'vpn'],
    ['wg-quick@wg0.service', 'WireGuard via wg-quick(8) for wg0', undefined, 'vpn'],
    ['tailscaled.service', 'Tailscale node agent', undefined, 'vpn'],
    ['VMTools', 'VMware Tools', undefined, 'hypervisor'],
    ['QEMU-GA', 'QEMU Guest Agent', undefined, 'hypervisor'],
    ['xenagent', 'XenServer Guest Agent', undefined, 'hypervisor'],
    ['google-guest-agent.service', 'Google Compute Engine Guest Agent', undefined, 'hypervisor'],
    ['StarWindService', 'StarWind iSCSI Service', undefined, 'storage'],
    ['MegaMonitorSrv', 'MegaMonitorSrv', 'C:\\MegaRAID\\mr.exe', 'storage'],
    ['EmcpService', 'EMC PowerPath', undefined, 'storage'],
    ['IAStorDataMgrSvc', 'Intel(R) Rapid Storage Technology', undefined, 'storage'],
    ['dkms-zfs.service', 'ZFS event daemon', undefined, 'storage'],
    ['NicConfigSvc', 'Intel(R) PROSet Service', undefined, 'network'],
    ['csf.service', 'ConfigServer Firewall', undefined, 'network'],
  ])('%s (%s)', (name, display, program, expected) => expect(purpose(name, display, program)).toBe(expected));

  it.each([
    ['Norton AntiVirus Server', 'Norton AntiVirus Server', 'C:\\NAV\\rtvscan.exe'],
    ['APCPBEServer', 'APC PBE Server', 'C:\\Archivos de programa\\APC\\pbeserver.exe'],
    ['VMwareVCMSDS', 'VMware VirtualCenter Server', 'C:\\Program Files\\VMware\\Infrastructure\\vpxd.exe'],
    ['AfraidDns', 'Afraid.org updater', 'C:\\afraid\\update.exe'],
    ['docker.service', 'Docker Application Container Engine', '/usr/bin/dockerd'],
    ['ContaPlusServidor', 'ContaPlus: servidor de asientos', 'C:\\GrupoSP\\cpServ.exe'],
  ])('%s has none that must go on', (name, display, program) =>
    expect(purpose(name, display, program)).toBeUndefined(),
  );
});
