/** Services of Windows 2000 and Server 2003, in the columns of `services-modern.ts` (their Spanish names are not needed). */
export const legacyServices = `
Alerter|Alerter||XS|services.exe|2195-2195
Alerter|Alerter||XS|LocalService:alrsvc.dll|3790-
ALG|Application Layer Gateway Service||MS|alg.exe|3790-
AppMgmt|Application Management||MS|services.exe|2195-2195
AppMgmt|Application Management||MS|netsvcs:appmgmts.dll|3790-
AudioSrv|Windows Audio||XS|netsvcs:audiosrv.dll|3790-
BITS|Background Intelligent Transfer Service||MS|BITSgroup:qmgr.dll
Browser|Computer Browser||AR|services.exe|2195-2195
Browser|Computer Browser||AR|netsvcs:browser.dll|3790-
ClipSrv|ClipBook||MS|clipsrv.exe
COMSysApp|COM+ System Application||MS|dllhost.exe /Processid:{02D4B3F1-FD88-11D1-960D-00805F9E0A47}|3790-
CryptSvc|Cryptographic Services||AR|netsvcs:cryptsvc.dll|3790-
DcomLaunch|DCOM Server Process Launcher||AR|DcomLaunch:rpcss.dll|3790-
Dfs|Distributed File System||AR|Dfssvc.exe
Dhcp|DHCP Client||AR|services.exe|2195-2195
Dhcp|DHCP Client||AR|NetworkService:dhcpcsvc.dll|3790-
dmadmin|Logical Disk Manager Administrative Service||MS|dmadmin.exe /com
dmserver|Logical Disk Manager||AR|services.exe|2195-2195
dmserver|Logical Disk Manager||AR|netsvcs:dmserver.dll|3790-
Dnscache|DNS Client||AR|services.exe|2195-2195
Dnscache|DNS Client||AR|NetworkService:dnsrslvr.dll|3790-
ERSvc|Error Reporting Service||AR|WinErr:ersvc.dll|3790-
Eventlog|Event Log||AR|services.exe
EventSystem|COM+ Event System||MR|netsvcs:es.dll
Fax|Fax Service||MS|faxsvc.exe|2195-2195
HTTPFilter|HTTP SSL||MR|lsass.exe|3790-
IsmServ|Intersite Messaging||XS|ismserv.exe
kdc|Kerberos Key Distribution Center||XS|lsass.exe
lanmanserver|Server||AR|services.exe|2195-2195
lanmanserver|Server||AR|netsvcs:srvsvc.dll|3790-
lanmanworkstation|Workstation||AR|services.exe|2195-2195
lanmanworkstation|Workstation||AR|netsvcs:wkssvc.dll|3790-
LicenseService|License Logging Service||AR|llssrv.exe
LmHosts|TCP/IP NetBIOS Helper||AR|services.exe|2195-2195
LmHosts|TCP/IP NetBIOS Helper||AR|LocalService:lmhsvc.dll|3790-
Messenger|Messenger||AR|services.exe|2195-2195
Messenger|Messenger||XS|netsvcs:msgsvc.dll|3790-
mnmsrvc|NetMeeting Remote Desktop Sharing||MS|mnmsrvc.exe
MSDTC|Distributed Transaction Coordinator||AR|msdtc.exe
MSIServer|Windows Installer||MS|msiexec.exe /V
NetDDE|Network DDE||MS|netdde.exe
NetDDEdsdm|Network DDE DSDM||MS|netdde.exe
Netlogon|Net Logon||AR|lsass.exe
Netman|Network Connections||MR|netsvcs:netman.dll
Nla|Network Location Awareness (NLA)||MR|netsvcs:mswsock.dll|3790-
NtFrs|File Replication||MS|ntfrs.exe
NtLmSsp|NT LM Security Support Provider||MR|lsass.exe
NtmsSvc|Removable Storage||AR|netsvcs:ntmssvc.dll
PlugPlay|Plug and Play||AR|services.exe
PolicyAgent|IPSEC Services||AR|lsass.exe
ProtectedStorage|Protected Storage||AR|services.exe|2195-2195
ProtectedStorage|Protected Storage||AR|lsass.exe|3790-
RasAuto|Remote Access Auto Connection Manager||MS|netsvcs:rasauto.dll
RasMan|Remote Access Connection Manager||MR|netsvcs:rasmans.dll
RemoteAccess|Routing and Remote Access||XS|netsvcs:mprdim.dll
RemoteRegistry|Remote Registry||AR|regsvc.exe|2195-2195
RemoteRegistry|Remote Registry||AR|LocalService:regsvc.dll|3790-
RpcLocator|Remote Procedure Call (RPC) Locator||MS|locator.exe
RpcSs|Remote Procedure Call (RPC)||AR|rpcss:rpcss.dll
RSVP|QoS RSVP||MS|rsvp.exe|2195-2195
SamSs|Security Accounts Manager||AR|lsass.exe
SCardSvr|Smart Card||MS|SCardSvr.exe
Schedule|Task Scheduler||AR|MSTask.exe|2195-2195
Schedule|Task Scheduler||AR|netsvcs:schedsvc.dll|3790-
seclogon|Secondary Logon||AR|services.exe|2195-2195
seclogon|Secondary Logon||AR|netsvcs:seclogon.dll|3790-
SENS|System Event Notification||AR|netsvcs:sens.dll
SharedAccess|Internet Connection Sharing||MS|netsvcs:ipnathlp.dll
ShellHWDetection|Shell Hardware Detection||AR|netsvcs:shsvcs.dll|3790-
Spooler|Print Spooler||AR|spoolsv.exe
swprv|Microsoft Software Shadow Copy Provider||MS|swprv:swprv.dll|3790-
SysmonLog|Performance Logs and Alerts||MS|smlogsvc.exe
TapiSrv|Telephony||MR|tapisrv:tapisrv.dll
TermService|Terminal Services||AR|termsrv.exe|2195-2195
TermService|Terminal Services||MR|termsvcs:termsrv.dll|3790-
TlntSvr|Telnet||MS|tlntsvr.exe
TrkSvr|Distributed Link Tracking Server||MS|services.exe|2195-2195
TrkWks|Distributed Link Tracking Client||AR|services.exe|2195-2195
TrkWks|Distributed Link Tracking Client||AR|netsvcs:trkwks.dll|3790-
UPS|Uninterruptible Power Supply||MS|ups.exe
UtilMan|Utility Manager||MS|UtilMan.exe|2195-2195
vds|Virtual Disk Service||MS|vds.exe|3790-
VSS|Volume Shadow Copy||MS|vssvc.exe|3790-
W32Time|Windows Time||AR|services.exe|2195-2195
W32Time|Windows Time||AR|LocalService:w32time.dll|3790-
WinHttpAutoProxySvc|WinHTTP Web Proxy Auto-Discovery Service||MS|LocalService:winhttp.dll|3790-
WinMgmt|Windows Management Instrumentation||AR|wbem\\WinMgmt.exe|2195-2195
winmgmt|Windows Management Instrumentation||AR|netsvcs:wbem\\WMIsvc.dll|3790-
Wmi|Windows Management Instrumentation Driver Extensions||MR|Services.exe|2195-2195
WmiApSrv|WMI Performance Adapter||MS|wbem\\wmiapsrv.exe|3790-
wuauserv|Automatic Updates||AR|wugroup:wuauserv.dll
`;

export const legacyRoleServices = {
  controller: `
NTDS|NT Directory Service||MS|lsass.exe|2195-2195
DNS|DNS Server||AR|dns.exe
DHCPServer|DHCP Server||AR|tcpsvcs.exe`,
  iis: `
IISADMIN|IIS Admin Service||AR|inetsrv\\inetinfo.exe
W3SVC|World Wide Web Publishing Service||AR|inetsrv\\inetinfo.exe|2195-2195
W3SVC|World Wide Web Publishing Service||AR|iissvcs:inetsrv\\iisw3adm.dll|3790-
SMTPSVC|Simple Mail Transfer Protocol (SMTP)||AR|inetsrv\\inetinfo.exe`,
} as const;
