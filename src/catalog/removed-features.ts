import { type Text, say } from '../i18n/text.js';

/** A feature of Windows Server that a later release removes, or marks to be removed. */
export interface RemovedFeature {
  /** As Get-WindowsFeature names it. */
  readonly feature: string;
  readonly title: string;
  /** First release without it; undefined while it is only deprecated. */
  readonly removedIn?: string;
  readonly deprecatedIn?: string;
  /** It is removed, and mail, names or files stop with it. */
  readonly grave?: boolean;
  /** What takes its place. */
  readonly instead: Text;
}

/**
 * Microsoft's list of features removed or deprecated (September 2025), as far as a server that has one can be told by its feature
 * name. The names of features are those of Get-WindowsFeature; the page itself gives only some of them.
 */
export const removedFeatures: readonly RemovedFeature[] = [
  {
    feature: 'SMTP-Server',
    title: 'SMTP Server',
    removedIn: 'ws2025',
    grave: true,
    instead: say({
      en: 'Find out who sends through it (scanners, backup reports, applications) and give them another mail relay first.',
      es: 'Averigüe quién envía a través de él (escáneres, informes de copias, aplicaciones) y deles antes otro servidor de correo.',
    }),
  },
  {
    feature: 'Web-Lgcy-Mgmt-Console',
    title: 'IIS 6 Management Console',
    removedIn: 'ws2025',
    instead: say({
      en: 'It only manages the SMTP Server: remove it together with that.',
      es: 'Solo sirve para administrar el servidor SMTP: quítela junto con él.',
    }),
  },
  {
    feature: 'PowerShell-V2',
    title: 'Windows PowerShell 2.0',
    removedIn: 'ws2025',
    deprecatedIn: 'ws2019',
    instead: say({
      en: 'Look for “-Version 2” in scripts and scheduled tasks and try them with PowerShell 5.1.',
      es: 'Busque «-Version 2» en scripts y tareas programadas y pruébelos con PowerShell 5.1.',
    }),
  },
  {
    feature: 'ISNS',
    title: 'iSNS Server',
    removedIn: 'ws2022',
    deprecatedIn: 'ws2019',
    instead: say({
      en: 'Enter the iSCSI targets by hand, or keep iSNS on another server.',
      es: 'Indique a mano los destinos iSCSI o mantenga iSNS en otro servidor.',
    }),
  },
  {
    feature: 'Print-Scan-Server',
    title: 'Distributed Scan Server',
    removedIn: 'ws2019',
    instead: say({
      en: 'Let the scanners save to a shared folder or send mail by themselves.',
      es: 'Haga que los escáneres guarden en una carpeta compartida o envíen correo por sí mismos.',
    }),
  },
  {
    feature: 'FS-SMB1',
    title: 'SMB 1.0',
    deprecatedIn: 'ws2019',
    instead: say({
      en: 'From 2019 on it is not installed by default. Find the devices that still need it (old printers, scanners, Windows XP) and replace or update them.',
      es: 'Desde 2019 no se instala de forma predeterminada. Localice los dispositivos que aún lo necesitan (impresoras y escáneres antiguos, Windows XP) y sustitúyalos o actualícelos.',
    }),
  },
  {
    feature: 'Web-Metabase',
    title: 'IIS 6 Metabase Compatibility',
    deprecatedIn: 'ws2019',
    instead: say({
      en: 'Find the scripts and programs that write to the metabase and change them to the IIS of today.',
      es: 'Localice los scripts y programas que escriben en la metabase y adáptelos al IIS actual.',
    }),
  },
  {
    feature: 'Web-Digest-Auth',
    title: 'IIS Digest Authentication',
    deprecatedIn: 'ws2019',
    instead: say({
      en: 'Change the sites that use it to Windows authentication or to basic authentication over TLS.',
      es: 'Cambie los sitios que la usan a autenticación de Windows o a autenticación básica sobre TLS.',
    }),
  },
  {
    feature: 'RDC',
    title: 'Remote Differential Compression',
    deprecatedIn: 'ws2019',
    instead: say({ en: 'Remove it if nothing uses it.', es: 'Quítela si nada la usa.' }),
  },
  {
    feature: 'WINS',
    title: 'WINS Server',
    deprecatedIn: 'ws2022',
    instead: say({
      en: 'Plan to resolve all names with DNS.',
      es: 'Planifique la resolución de todos los nombres con DNS.',
    }),
  },
  {
    feature: 'WDS',
    title: 'Windows Deployment Services',
    deprecatedIn: 'ws2022',
    instead: say({
      en: 'Its deployment with boot.wim is what goes: plan another tool for new computers.',
      es: 'Lo que desaparece es su despliegue con boot.wim: planifique otra herramienta para los equipos nuevos.',
    }),
  },
  {
    feature: 'NLB',
    title: 'Network Load Balancing',
    deprecatedIn: 'ws2025',
    instead: say({
      en: 'Plan a load balancer in the network or in the Software Load Balancer of Windows.',
      es: 'Planifique un equilibrador de carga en la red o el equilibrador por software de Windows.',
    }),
  },
  {
    feature: 'Windows-Internal-Database',
    title: 'Windows Internal Database',
    deprecatedIn: 'ws2025',
    instead: say({
      en: 'It still works; plan to move what uses it (WSUS, RD Connection Broker) to SQL Server.',
      es: 'Sigue funcionando; planifique el traslado a SQL Server de lo que la usa (WSUS, Agente de conexión a Escritorio remoto).',
    }),
  },
  {
    feature: 'UpdateServices',
    title: 'Windows Server Update Services',
    deprecatedIn: 'ws2025',
    instead: say({
      en: 'It still works and is upgraded in place; run its post-installation again afterwards and plan another way to hand out updates.',
      es: 'Sigue funcionando y se actualiza en el mismo equipo; repita después su posinstalación y planifique otra forma de distribuir actualizaciones.',
    }),
  },
  {
    feature: 'WebDAV-Redirector',
    title: 'WebDAV Redirector',
    deprecatedIn: 'ws2025',
    instead: say({
      en: 'Reach such folders over SMB or with the maker’s own client.',
      es: 'Acceda a esas carpetas por SMB o con el cliente del propio fabricante.',
    }),
  },
];
