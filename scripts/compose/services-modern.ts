/**
 * Services that Windows Server brings along from 2008 R2 on, by the names Microsoft gives them.
 *
 * Columns: name | English | Spanish | how it starts and whether it runs | program | first and last build.
 * Start: A automatic, D automatic (delayed), M manual, X disabled; R runs, S is stopped; T has a trigger.
 * Program: `group:dll` for svchost, otherwise the program with its arguments.
 */
export const modernServices = `
AeLookupSvc|Application Experience|Experiencia con aplicaciones|MST|netsvcs:aelupsvc.dll|7601-9600
ALG|Application Layer Gateway Service|Servicio de puerta de enlace de nivel de aplicación|MS|alg.exe
AppIDSvc|Application Identity|Identidad de aplicación|MST|LocalServiceNetworkRestricted:appidsvc.dll
Appinfo|Application Information|Información de la aplicación|MST|netsvcs:appinfo.dll
AppMgmt|Application Management|Administración de aplicaciones|MS|netsvcs:appmgmts.dll
AppReadiness|App Readiness|Preparación de aplicaciones|MS|AppReadiness:AppReadiness.dll|9600-
AppXSvc|AppX Deployment Service (AppXSVC)|Servicio de implementación de AppX (AppXSVC)|MST|wsappx:appxdeploymentserver.dll|9200-
AudioEndpointBuilder|Windows Audio Endpoint Builder|Compilador de extremo de audio de Windows|MS|LocalSystemNetworkRestricted:AudioEndpointBuilder.dll
Audiosrv|Windows Audio|Audio de Windows|MS|LocalServiceNetworkRestricted:Audiosrv.dll
BFE|Base Filtering Engine|Motor de filtrado de base|AR|LocalServiceNoNetwork:bfe.dll
BITS|Background Intelligent Transfer Service|Servicio de transferencia inteligente en segundo plano (BITS)|DR|netsvcs:qmgr.dll
BrokerInfrastructure|Background Tasks Infrastructure Service|Servicio de infraestructura de tareas en segundo plano|ART|DcomLaunch:bisrv.dll|9200-
CDPSvc|Connected Devices Platform Service|Servicio de plataforma de dispositivos conectados|DRT|LocalService:CDPSvc.dll|14393-
CertPropSvc|Certificate Propagation|Propagación de certificados|MR|netsvcs:certprop.dll
ClipSVC|Client License Service (ClipSVC)|Servicio de licencia de cliente (ClipSVC)|MST|wsappx:ClipSVC.dll|14393-
COMSysApp|COM+ System Application|Aplicación del sistema COM+|MR|dllhost.exe /Processid:{02D4B3F1-FD88-11D1-960D-00805FC79235}
CoreMessagingRegistrar|CoreMessaging|CoreMessaging|AR|LocalServiceNoNetwork:coremessaging.dll|14393-
CryptSvc|Cryptographic Services|Servicios de cifrado|AR|NetworkService:cryptsvc.dll
DcomLaunch|DCOM Server Process Launcher|Iniciador de procesos de servidor DCOM|AR|DcomLaunch:rpcss.dll
defragsvc|Optimize drives|Optimizar unidades|MS|defragsvc:defragsvc.dll
DeviceAssociationService|Device Association Service|Servicio de asociación de dispositivos|MST|LocalSystemNetworkRestricted:das.dll|9200-
DeviceInstall|Device Install Service|Servicio de instalación de dispositivos|MST|DcomLaunch:umpnpmgr.dll|9200-
Dhcp|DHCP Client|Cliente DHCP|AR|LocalServiceNetworkRestricted:dhcpcore.dll
DiagTrack|Connected User Experiences and Telemetry|Experiencias del usuario y telemetría asociadas|AR|utcsvc:diagtrack.dll|14393-
Dnscache|DNS Client|Cliente DNS|ART|NetworkService:dnsrslvr.dll
dot3svc|Wired AutoConfig|Configuración automática de redes cableadas|MS|LocalSystemNetworkRestricted:dot3svc.dll
DPS|Diagnostic Policy Service|Servicio de directivas de diagnóstico|DR|LocalServiceNoNetwork:dps.dll
DsmSvc|Device Setup Manager|Administrador de configuración de dispositivos|MST|netsvcs:DeviceSetupManager.dll|9200-
Eaphost|Extensible Authentication Protocol|Protocolo de autenticación extensible|MS|netsvcs:eapsvc.dll
EFS|Encrypting File System (EFS)|Sistema de cifrado de archivos (EFS)|MST|lsass.exe
EventLog|Windows Event Log|Registro de eventos de Windows|AR|LocalServiceNetworkRestricted:wevtsvc.dll
EventSystem|COM+ Event System|Sistema de eventos COM+|AR|LocalService:es.dll
FontCache|Windows Font Cache Service|Servicio de caché de fuentes de Windows|AR|LocalService:FntCache.dll
gpsvc|Group Policy Client|Cliente de directiva de grupo|ART|netsvcs:gpsvc.dll
hidserv|Human Interface Device Service|Servicio de dispositivos de interfaz humana|MST|LocalSystemNetworkRestricted:hidserv.dll
hkmsvc|Health Key and Certificate Management|Administración de certificados y claves de mantenimiento|MS|netsvcs:kmsvc.dll|7601-9600
IKEEXT|IKE and AuthIP IPsec Keying Modules|Módulos de creación de claves de IPsec para IKE y AuthIP|ART|netsvcs:ikeext.dll
iphlpsvc|IP Helper|Aplicación auxiliar IP|AR|NetSvcs:iphlpsvc.dll
KeyIso|CNG Key Isolation|Aislamiento de claves CNG|MRT|lsass.exe
KPSSVC|KDC Proxy Server service (KPS)|Servicio del servidor proxy de KDC (KPS)|MS|KpsSvcGroup:kpssvc.dll|9200-
KtmRm|KtmRm for Distributed Transaction Coordinator|KTMRM para DTC (Coordinador de transacciones distribuidas)|MST|NetworkServiceAndNoImpersonation:msdtckrm.dll
LanmanServer|Server|Servidor|ART|netsvcs:srvsvc.dll
LanmanWorkstation|Workstation|Estación de trabajo|AR|NetworkService:wkssvc.dll
LicenseManager|Windows License Manager Service|Servicio de administrador de licencias de Windows|MST|LocalService:LicenseManagerSvc.dll|14393-
lltdsvc|Link-Layer Topology Discovery Mapper|Asignador de detección de topologías de nivel de vínculo|MS|LocalService:lltdsvc.dll
lmhosts|TCP/IP NetBIOS Helper|Aplicación auxiliar de NetBIOS sobre TCP/IP|MRT|LocalServiceNetworkRestricted:lmhsvc.dll
LSM|Local Session Manager|Administrador de sesión local|AR|DcomLaunch:lsm.dll|9200-
MMCSS|Multimedia Class Scheduler|Programador de aplicaciones multimedia|MS|netsvcs:mmcss.dll|7601-9600
MpsSvc|Windows Firewall|Firewall de Windows|AR|LocalServiceNoNetwork:mpssvc.dll
MSDTC|Distributed Transaction Coordinator|Coordinador de transacciones distribuidas|DR|msdtc.exe
MSiSCSI|Microsoft iSCSI Initiator Service|Servicio del iniciador iSCSI de Microsoft|MS|netsvcs:iscsiexe.dll
msiserver|Windows Installer|Windows Installer|MS|msiexec.exe /V
napagent|Network Access Protection Agent|Agente de Protección de acceso a redes|MS|NetworkService:qagentRT.dll|7601-9600
NcaSvc|Network Connectivity Assistant|Ayudante para la conectividad de red|MST|NetSvcs:ncasvc.dll|9200-
NcbService|Network Connection Broker|Agente de conexión de red|MRT|LocalSystemNetworkRestricted:ncbservice.dll|9600-
Netlogon|Netlogon|Net Logon|AR|lsass.exe
Netman|Network Connections|Conexiones de red|MR|LocalSystemNetworkRestricted:netman.dll
netprofm|Network List Service|Servicio de lista de redes|MR|LocalService:netprofmsvc.dll
NetSetupSvc|Network Setup Service|Servicio de configuración de red|MST|netsvcs:NetSetupSvc.dll|14393-
NgcSvc|Microsoft Passport|Microsoft Passport|MST|LocalSystemNetworkRestricted:ngcsvc.dll|14393-
NlaSvc|Network Location Awareness|Reconoc. ubicación de red|AR|NetworkService:nlasvc.dll
nsi|Network Store Interface Service|Servicio Interfaz de almacenamiento en red|AR|LocalService:nsisvc.dll
PerfHost|Performance Counter DLL Host|Host de DLL del contador de rendimiento|MS|perfhost.exe
pla|Performance Logs & Alerts|Registros y alertas de rendimiento|MS|LocalServiceNoNetwork:pla.dll
PlugPlay|Plug and Play|Plug and Play|MR|DcomLaunch:umpnpmgr.dll
PolicyAgent|IPsec Policy Agent|Agente de directiva IPsec|MRT|NetworkServiceNetworkRestricted:ipsecsvc.dll
Power|Power|Energía|AR|DcomLaunch:umpo.dll
PrintNotify|Printer Extensions and Notifications|Extensiones y notificaciones de impresora|MS|print:spool\\drivers\\x64\\3\\PrintConfig.dll|9200-
ProfSvc|User Profile Service|Servicio de perfil de usuario|AR|netsvcs:profsvc.dll
RasAuto|Remote Access Auto Connection Manager|Administrador de conexiones automáticas de acceso remoto|MS|netsvcs:rasauto.dll
RasMan|Remote Access Connection Manager|Administrador de conexiones de acceso remoto|MS|netsvcs:rasmans.dll
RemoteAccess|Routing and Remote Access|Enrutamiento y acceso remoto|XS|netsvcs:mprdim.dll
RemoteRegistry|Remote Registry|Registro remoto|AST|localService:regsvc.dll
RpcEptMapper|RPC Endpoint Mapper|Asignador de extremos de RPC|AR|RPCSS:RpcEpMap.dll
RpcLocator|Remote Procedure Call (RPC) Locator|Ubicador de llamada a procedimiento remoto (RPC)|MS|locator.exe
RpcSs|Remote Procedure Call (RPC)|Llamada a procedimiento remoto (RPC)|AR|rpcss:rpcss.dll
RSoPProv|Resultant Set of Policy Provider|Proveedor de conjunto resultante de directivas|MS|RSoPProv.exe
sacsvr|Special Administration Console Helper|Aplicación auxiliar especial de la consola de administración|MS|netsvcs:sacsvr.dll
SamSs|Security Accounts Manager|Administrador de cuentas de seguridad|AR|lsass.exe
SCardSvr|Smart Card|Tarjeta inteligente|XS|LocalServiceAndNoImpersonation:SCardSvr.dll
Schedule|Task Scheduler|Programador de tareas|AR|netsvcs:schedsvc.dll
SCPolicySvc|Smart Card Removal Policy|Directiva de extracción de tarjetas inteligentes|MS|netsvcs:certprop.dll
seclogon|Secondary Logon|Inicio de sesión secundario|MS|netsvcs:seclogon.dll
SENS|System Event Notification Service|Servicio de notificación de eventos de sistema|AR|netsvcs:sens.dll
SessionEnv|Remote Desktop Configuration|Configuración de Escritorio remoto|MR|netsvcs:sessenv.dll
SharedAccess|Internet Connection Sharing (ICS)|Conexión compartida a Internet (ICS)|XS|netsvcs:ipnathlp.dll
ShellHWDetection|Shell Hardware Detection|Detección de hardware shell|AR|netsvcs:shsvcs.dll
smphost|Microsoft Storage Spaces SMP|SMP de Espacios de almacenamiento de Microsoft|MS|smphost:smphost.dll|9200-
SNMPTRAP|SNMP Trap|Captura de SNMP|MS|snmptrap.exe
Spooler|Print Spooler|Cola de impresión|AR|spoolsv.exe
sppsvc|Software Protection|Protección de software|DST|sppsvc.exe
SSDPSRV|SSDP Discovery|Detección SSDP|XS|LocalServiceAndNoImpersonation:ssdpsrv.dll
SstpSvc|Secure Socket Tunneling Protocol Service|Servicio de protocolo de túnel de sockets seguros|MS|LocalService:sstpsvc.dll
StateRepository|State Repository Service|Servicio de repositorio de estado|MR|appmodel:windows.staterepository.dll|14393-
StorSvc|Storage Service|Servicio de almacenamiento|MST|LocalSystemNetworkRestricted:storsvc.dll|9600-
svsvc|Spot Verifier|Comprobador puntual|MST|LocalSystemNetworkRestricted:svsvc.dll|9200-
swprv|Microsoft Software Shadow Copy Provider|Proveedor de instantáneas de software de Microsoft|MS|swprv:swprv.dll
SysMain|Superfetch|Superfetch|MS|LocalSystemNetworkRestricted:sysmain.dll|9200-
SystemEventsBroker|System Events Broker|Agente de eventos del sistema|ART|DcomLaunch:SystemEventsBrokerServer.dll|9200-
TapiSrv|Telephony|Telefonía|MS|NetworkService:tapisrv.dll
TermService|Remote Desktop Services|Servicios de Escritorio remoto|MR|termsvcs:termsrv.dll
Themes|Themes|Temas|AR|netsvcs:themeservice.dll
TieringEngineService|Storage Tiers Management|Administración de capas de almacenamiento|MS|TieringEngineService.exe|9600-
TimeBrokerSvc|Time Broker|Agente de tiempo|MRT|LocalServiceAndNoImpersonation:TimeBrokerServer.dll|14393-
TokenBroker|Web Account Manager|Administrador de cuentas web|MR|netsvcs:TokenBroker.dll|17763-
TrkWks|Distributed Link Tracking Client|Cliente de seguimiento de vínculos distribuidos|AR|LocalSystemNetworkRestricted:trkwks.dll
TrustedInstaller|Windows Modules Installer|Instalador de módulos de Windows|MS|%SystemRoot%\\servicing\\TrustedInstaller.exe
UALSVC|User Access Logging Service|Servicio de registro de acceso de usuarios|DR|LocalSystemNetworkRestricted:ualsvc.dll|9200-
UI0Detect|Interactive Services Detection|Detección de servicios interactivos|MS|UI0Detect.exe|7601-14393
UmRdpService|Remote Desktop Services UserMode Port Redirector|Redirector de puerto en modo usuario de Servicios de Escritorio remoto|MR|LocalSystemNetworkRestricted:umrdp.dll
upnphost|UPnP Device Host|Dispositivo host de UPnP|XS|LocalServiceAndNoImpersonation:upnphost.dll
UserManager|User Manager|Administrador de usuarios|ART|netsvcs:usermgr.dll|14393-
UsoSvc|Update Orchestrator Service|Actualizar el servicio Orchestrator|DR|netsvcs:usocore.dll|14393-
VaultSvc|Credential Manager|Administrador de credenciales|MR|lsass.exe
vds|Virtual Disk|Disco virtual|MS|vds.exe
vmicheartbeat|Hyper-V Heartbeat Service|Servicio de latido de Hyper-V|MST|ICService:ICSvc.dll|9200-
vmicguestinterface|Hyper-V Guest Service Interface|Interfaz de servicio invitado de Hyper-V|MST|LocalSystemNetworkRestricted:ICSvc.dll|9600-
vmickvpexchange|Hyper-V Data Exchange Service|Servicio de intercambio de datos de Hyper-V|MST|LocalSystemNetworkRestricted:ICSvc.dll|9200-
vmicrdv|Hyper-V Remote Desktop Virtualization Service|Servicio de virtualización de Escritorio remoto de Hyper-V|MST|ICService:ICSvc.dll|9200-
vmicshutdown|Hyper-V Guest Shutdown Service|Servicio de cierre de invitado de Hyper-V|MST|LocalSystemNetworkRestricted:ICSvc.dll|9200-
vmictimesync|Hyper-V Time Synchronization Service|Servicio de sincronización de hora de Hyper-V|MST|LocalServiceNetworkRestricted:ICSvc.dll|9200-
vmicvss|Hyper-V Volume Shadow Copy Requestor|Solicitante de instantáneas de volumen de Hyper-V|MST|LocalSystemNetworkRestricted:ICSvc.dll|9200-
VSS|Volume Shadow Copy|Instantáneas de volumen|MS|vssvc.exe
W32Time|Windows Time|Hora de Windows|ART|LocalService:w32time.dll
WalletService|WalletService|WalletService|MS|appmodel:WalletService.dll|14393-
WbioSrvc|Windows Biometric Service|Servicio biométrico de Windows|MST|WbioSvcGroup:wbiosrvc.dll|14393-
Wcmsvc|Windows Connection Manager|Administrador de conexiones de Windows|ART|LocalServiceNetworkRestricted:wcmsvc.dll|9200-
WdiServiceHost|Diagnostic Service Host|Host del servicio de diagnóstico|MS|LocalService:wdi.dll
WdiSystemHost|Diagnostic System Host|Host de sistema de diagnóstico|MR|LocalSystemNetworkRestricted:wdi.dll
Wecsvc|Windows Event Collector|Recopilador de eventos de Windows|MS|NetworkService:wecsvc.dll
wercplsupport|Problem Reports and Solutions Control Panel Support|Soporte técnico del panel de control Informes de problemas y soluciones|MS|netsvcs:wercplsupport.dll
WerSvc|Windows Error Reporting Service|Servicio Informe de errores de Windows|MST|WerSvcGroup:WerSvc.dll
WinHttpAutoProxySvc|WinHTTP Web Proxy Auto-Discovery Service|Servicio de detección automática de proxy web WinHTTP|MR|LocalService:winhttp.dll
Winmgmt|Windows Management Instrumentation|Instrumental de administración de Windows|AR|netsvcs:wbem\\WMIsvc.dll
WinRM|Windows Remote Management (WS-Management)|Administración remota de Windows (WS-Management)|AR|NetworkService:WsmSvc.dll
wlidsvc|Microsoft Account Sign-in Assistant|Ayudante para el inicio de sesión de cuenta Microsoft|MST|netsvcs:wlidsvc.dll|14393-
wmiApSrv|WMI Performance Adapter|Adaptador de rendimiento de WMI|MS|wbem\\WmiApSrv.exe
WPDBusEnum|Portable Device Enumerator Service|Servicio enumerador de dispositivos portátiles|MST|LocalSystemNetworkRestricted:wpdbusenum.dll
wuauserv|Windows Update|Windows Update|MRT|netsvcs:wuaueng.dll
`;

/** Services that roles and features add, written the same way, by the feature's stable name. */
export const roleServices = {
  'AD-Domain-Services': `
NTDS|Active Directory Domain Services|Servicios de dominio de Active Directory|AR|lsass.exe
Kdc|Kerberos Key Distribution Center|Centro de distribución de claves Kerberos|AR|lsass.exe
KdsSvc|Microsoft Key Distribution Service|Servicio de distribución de claves de Microsoft|MST|lsass.exe|9200-
ADWS|Active Directory Web Services|Servicios web de Active Directory|AR|%SystemRoot%\\ADWS\\Microsoft.ActiveDirectory.WebServices.exe
IsmServ|Intersite Messaging|Mensajería entre sitios|AR|ismserv.exe
DFSR|DFS Replication|Replicación DFS|AR|dfsrs.exe
Dfs|DFS Namespace|Espacio de nombres DFS|AR|dfssvc.exe
NtFrs|File Replication|Servicio de replicación de archivos|AR|ntfrs.exe|7601-14393
DsRoleSvc|DS Role Server|Servidor de roles DS|MST|netsvcs:dsrolesrv.dll|9200-`,
  DNS: 'DNS|DNS Server|Servidor DNS|AR|dns.exe',
  DHCP: 'DHCPServer|DHCP Server|Servidor DHCP|AR|DHCPServer:dhcpssvc.dll',
  'Web-Server': `
AppHostSvc|Application Host Helper Service|Servicio auxiliar de host para aplicaciones|AR|apphost:inetsrv\\apphostsvc.dll
WAS|Windows Process Activation Service|Servicio WAS (Windows Process Activation Service)|MR|iissvcs:inetsrv\\iisw3adm.dll
W3SVC|World Wide Web Publishing Service|Servicio de publicación World Wide Web|AR|iissvcs:inetsrv\\iisw3adm.dll
w3logsvc|W3C Logging Service|Servicio de registro W3C|MS|apphost:inetsrv\\w3logsvc.dll|9200-`,
  'SMTP-Server': `
IISADMIN|IIS Admin Service|Servicio de administración de IIS|AR|inetsrv\\inetinfo.exe
SMTPSVC|Simple Mail Transfer Protocol (SMTP)|Protocolo simple de transferencia de correo (SMTP)|AR|inetsrv\\inetinfo.exe`,
  'Hyper-V': `
vmms|Hyper-V Virtual Machine Management|Administración de máquinas virtuales de Hyper-V|AR|vmms.exe
vmcompute|Hyper-V Host Compute Service|Servicio de proceso de host de Hyper-V|MR|vmcompute.exe|14393-
nvspwmi|Hyper-V Networking Management Service|Servicio de administración de redes de Hyper-V|MR|netsvcs:nvspwmi.dll|7601-9600`,
  'Windows-Defender': `
WinDefend|Windows Defender Service|Servicio de Windows Defender|AR|"%ProgramFiles%\\Windows Defender\\MsMpEng.exe"|14393-
WdNisSvc|Windows Defender Network Inspection Service|Servicio de inspección de red de Windows Defender|MR|"%ProgramFiles%\\Windows Defender\\NisSrv.exe"|14393-
Sense|Windows Defender Advanced Threat Protection Service|Servicio de Protección contra amenazas avanzada de Windows Defender|MS|"%ProgramFiles%\\Windows Defender Advanced Threat Protection\\MsSense.exe"|17763-`,
  'Windows-Server-Backup':
    'wbengine|Block Level Backup Engine Service|Servicio del módulo de copia de seguridad a nivel de bloque|MS|"%systemroot%\\system32\\wbengine.exe"',
  'FS-DFS-Namespace': 'Dfs|DFS Namespace|Espacio de nombres DFS|AR|dfssvc.exe',
  'FS-Resource-Manager': `
SrmSvc|File Server Resource Manager|Administrador de recursos del servidor de archivos|AR|srmsvcs:srmsvc.dll
SrmReports|File Server Storage Reports Manager|Administrador de informes de almacenamiento del servidor de archivos|MS|srmhost.exe`,
} as const;

export type Role = keyof typeof roleServices;
