/** Drivers of Windows Server from 2008 R2 on: `name[:file][*]`, a star marks those that run on nearly every server. */
export const systemDrivers = `
1394ohci ACPI* acpipagr acpipmi acpitime afd* AmdK8 AmdPPM AppID AsyncMac atapi AcpiPmi2:acpipmi.sys BasicDisplay* BasicRender*
Beep* bowser* BTHMODEM cdfs cdrom* CLFS* CmBatt CNG* cnghwassist CompBatt CompositeBus* condrv* dam Dfsc* disk* dmvsc DXGKrnl*
ErrDev exfat fastfat fdc FileCrypt FileInfo* Filetrace flpydisk FltMgr* FsDepends fvevol* gencounter* HidBatt HidUsb* HTTP* hwpolicy
hyperkbd HyperVideo i8042prt* intelide intelppm* IpFilterDriver IPMIDRV IPNAT isapnp iScsiPrt kbdclass* kbdhid* kdnic* KSecDD* KSecPkg*
lltdio* luafv* Modem monitor* mouclass* mouhid* mountmgr* mpsdrv* MRxDAV mrxsmb* mrxsmb10* mrxsmb20* Msfs* msisadrv* MsLldp MsRPC
mssmbios* MTConfig Mup* NDIS* NdisCap NdisImPlatform NdisTapi* NdisWan* NDProxy* NetBIOS* NetBT* Npfs* npsvctrig* nsiproxy* Ntfs* Null*
Parport partmgr* pci* pciide pcmcia pcw* pdc* PEAUTH Processor Psched* PptpMiniport* RasAcd RasAgileVpn* Rasl2tp* RasPppoe* RasSstp*
rdbss* RDPDR* RDPREFMP rdpbus* RdpVideoMiniport* rspndr* s3cap sbp2port scfilter sdbus Serenum* Serial* sermouse sfloppy spaceport* srv* srv2*
srvnet* storahci* storflt storvsc svhdxflt swenum* Synth3dVsc Tcpip* TCPIP6 tcpipreg* tdx* terminpt* TPM TsUsbFlt TsUsbGD tunnel* uagp35
UASPStor udfs UEFI* umbus* UmPass usbccgp* usbehci* usbhub* USBHUB3 usbohci usbprint USBSTOR usbuhci USBXHCI vdrvroot* VerifierExt
vhdmp vmbus VMBusHID volmgr* volmgrx* volsnap* wanarp* wcifs* Wdf01000* WFPLWFS* WIMMount WinMad WmiAcpi ws2ifsl WudfPf*
`;

/**
 * Drivers of other makers that Windows itself brings along, at rest unless their device is there. A server that lists them as somebody
 * else's would be right and of no use.
 */
export const inboxDrivers: readonly (readonly [name: string, company: string])[] = [
  ['3ware', 'LSI'],
  ['adp80xx', 'PMC-Sierra'],
  ['amdsata', 'Advanced Micro Devices'],
  ['amdsbs', 'AMD Technologies Inc.'],
  ['arcsas', 'PMC-Sierra, Inc.'],
  ['b06bdrv', 'QLogic Corporation'],
  ['bfadfcoei', 'Brocade Communications Systems, Inc.'],
  ['bxfcoe', 'QLogic Corporation'],
  ['ebdrv', 'QLogic Corporation'],
  ['elxfcoe', 'Emulex'],
  ['elxstor', 'Emulex'],
  ['HpSAMD', 'Hewlett-Packard Company'],
  ['iaStorAV', 'Intel Corporation'],
  ['iaStorV', 'Intel Corporation'],
  ['ibbus', 'Mellanox'],
  ['LSI_SAS', 'LSI Corporation'],
  ['LSI_SAS2', 'LSI Corporation'],
  ['LSI_SAS3', 'Avago Technologies'],
  ['megasas', 'Avago Technologies'],
  ['megasr', 'LSI Corporation, Inc.'],
  ['mlx4_bus', 'Mellanox'],
  ['mvumis', 'Marvell Semiconductor, Inc.'],
  ['nvraid', 'NVIDIA Corporation'],
  ['nvstor', 'NVIDIA Corporation'],
  ['ql2300', 'QLogic Corporation'],
  ['ql40xx2i', 'QLogic Corporation'],
  ['SiSRaid2', 'Silicon Integrated Systems Corp.'],
  ['SiSRaid4', 'Silicon Integrated Systems'],
  ['stexstor', 'Promise Technology, Inc.'],
  ['vsmraid', 'VIA Technologies Inc.,Ltd'],
  ['VSTXRAID', 'VIA Corporation'],
];

/** Drivers of Windows 2000 and Server 2003. */
export const legacyDrivers = `
ACPI* AFD* AsyncMac atapi* Beep* Cdaudio Cdfs* Cdrom* Changer CmBatt DfsDriver:dfs.sys* Disk* dmboot dmio* dmload* EFS* Fastfat* Fdc* Fips*
Flpydisk* Fs_Rec* Ftdisk* Gpc:msgpc.sys* i8042prt* Imapi intelide* IpFilterDriver IpInIp IpNat IPSec* isapnp* Kbdclass* KSecDD* MountMgr*
Mouclass* MRxDAV MRxSmb* Msfs* Mup* NDIS* NdisTapi* Ndisuio* NdisWan* NDProxy* NetBIOS* NetBT* Npfs* Ntfs* Null* Parport* PartMgr* ParVdm
PCI* PCIIde* PptpMiniport:raspptp.sys* Ptilink* RasAcd* Rasl2tp* Raspti* Rdbss* RDPCDD* RDPDR RDPWD serenum* Serial* Sfloppy Srv* swenum* Tcpip*
TDPIPE TDTCP TermDD* Udfs update* usbehci usbhub* usbuhci* VgaSave* Wanarp* WMILIB*
`;
