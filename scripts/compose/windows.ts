import { facts } from '../../src/facts/registry.generated.js';
import { batchFor } from '../../src/engine/batch.js';
import type { TextAnswer } from '../../src/model/answer.js';
import { type Recording, recordingSchema } from '../../src/model/recording.js';
import { type Classes, type Hive, type Machine, answerOf, lines, printed } from './machine.js';
import { type Release, releases } from './releases.js';
import type { ServerSketch } from './sketch.js';
import { applicationsOf, hardwareOf, networkOf } from './windows-parts.js';
import { servicesOf } from './windows-services.js';
import { activityOf } from './windows-activity.js';
import { offersOf } from './windows-offers.js';
import { volumesOf } from './windows-volumes.js';
import { featuresOf } from './windows-features.js';
import { devicesOf, identityClasses, profilesOf, updatesOf } from './windows-tables.js';

/** When every composed server was asked. */
export const askedAt = '2026-11-24T08:15:00.000Z';

/** The recording of a server that was only written down: an answer to every question that Windows servers are asked today. */
export function composeWindows(sketch: ServerSketch): Recording {
  const release = releases[sketch.release];
  const machine = machineOf(sketch, release);
  const batch = batchFor('windows', facts);
  const answers = batch.questions.map(question => [question.id, answerOf(machine, question)] as const);
  return {
    schema: recordingSchema,
    host: `composed:${sketch.file}`,
    computer: sketch.computer,
    platform: 'windows',
    executor: machine.executor,
    elevated: true,
    gatheredAt: askedAt,
    hostClock: '2026-11-24T08:15:02.000Z',
    composed: { note: sketch.note, sources: sketch.sources },
    answers: Object.fromEntries(answers),
  };
}

function machineOf(sketch: ServerSketch, release: Release): Machine {
  const services = servicesOf(sketch, release);
  const hardware = hardwareOf(sketch, release);
  const network = networkOf(sketch, release);
  const volumes = volumesOf(sketch, release);
  const updates = updatesOf(sketch, release);
  const profiles = profilesOf(sketch, release);
  const activity = activityOf(sketch, release);
  const features = featuresOf(sketch, release);
  const offers = offersOf(sketch, release, services.services);
  const commands = {
    ...commandsOf(sketch, release, profiles),
    ...activity.commands,
    ...offers.commands,
    ...printedTexts(sketch.commands ?? {}),
  };
  return {
    // PowerShell 4 and later comes with 2012 R2
    executor: release.build >= 9600 ? 'powershell' : 'wsh',
    hive: merged(
      systemHive(sketch, release),
      hardware.hive,
      services.hive,
      network.hive,
      volumes.hive,
      updates.hive,
      profiles.hive,
      activity.hive,
      features.hive,
      offers.hive,
      applicationsOf(sketch, release),
      directoryHive(sketch),
      sketch.hive ?? {},
    ),
    classes: {
      ...identityClasses(sketch, release),
      ...hardware.classes,
      ...network.classes,
      ...volumes.classes,
      ...updates.classes,
      ...activity.classes,
      ...features.classes,
      ...devicesOf(sketch, release),
      ...defenderClasses(sketch, release),
      ...hyperVClasses(sketch, release),
      ...offers.classes,
      Win32_SystemDriver: services.drivers,
      ...sketch.classes,
    },
    programs: services.programs,
    files: {},
    commands,
    scripts: { ...scriptsOf(sketch, release), ...activity.scripts, ...features.scripts },
  };
}

/** Keys that several parts describe hold the values of all of them. */
function merged(...hives: readonly Hive[]): Hive {
  const all: Record<string, Hive[string]> = {};
  for (const hive of hives) for (const [key, values] of Object.entries(hive)) all[key] = { ...all[key], ...values };
  return all;
}

function systemHive(sketch: ServerSketch, release: Release): Hive {
  const { build, version, servicePack, updateRevision, lab, root, wide } = release;
  const { computer, controller = false, language, suites = ['Terminal Server'], editionId = 'ServerStandard' } = sketch;
  const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
  const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
  const modern = build >= 6000;
  // the Spanish Windows 2000 and 2003 name the folder in Spanish, later ones in English on the disk
  const programs = 'C:\\Program Files';
  return {
    'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': {
      CurrentVersion: version,
      CurrentBuildNumber: String(build),
      ProductName: sketch.productName ?? release.productName,
      SystemRoot: root,
      ...(servicePack === 0 ? {} : { CSDVersion: `Service Pack ${servicePack}` }),
      ...(modern ? { EditionID: editionId, InstallationType: 'Server', BuildLabEx: lab } : {}),
      ...(build >= 9600 ? { UBR: updateRevision } : {}),
      ...(build >= 14393 ? { CurrentMajorVersionNumber: 10, CurrentMinorVersionNumber: 0 } : {}),
      ...(!modern && lab !== '' ? { BuildLab: lab } : {}),
    },
    [windows]: {
      ProgramFilesDir: programs,
      CommonFilesDir: `${programs}\\Common Files`,
      ...(wide
        ? { 'ProgramFilesDir (x86)': `${programs} (x86)`, 'CommonFilesDir (x86)': `${programs} (x86)\\Common Files` }
        : {}),
    },
    [`${control}\\ProductOptions`]: { ProductType: controller ? 'LanmanNT' : 'ServerNT', ProductSuite: suites },
    [`${control}\\ComputerName\\ComputerName`]: { ComputerName: computer },
    [`${control}\\ComputerName\\ActiveComputerName`]: { ComputerName: computer },
    [`${control}\\Session Manager`]: { ProtectionMode: 1 },
    [`${control}\\Session Manager\\Environment`]: { PROCESSOR_ARCHITECTURE: wide ? 'AMD64' : 'x86' },
    [`${control}\\Nls\\Language`]: {
      InstallLanguage: language === 'es' ? '0C0A' : '0409',
      Default: language === 'es' ? '0C0A' : '0409',
    },
    [`${control}\\Windows`]: { CSDVersion: servicePack * 256 },
    [`${control}\\TimeZoneInformation`]: {
      ...(modern ? { TimeZoneKeyName: 'Romance Standard Time' } : {}),
      StandardName: 'Romance Standard Time',
      ActiveTimeBias: 0xff_ff_ff_c4,
      Bias: 0xff_ff_ff_c4,
    },
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters': timeSource(sketch),
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Netlogon\\Parameters': { Update: 'no' },
    [`${windows}\\RunOnce`]: {},
    [`${windows}\\WindowsUpdate\\Auto Update`]: { AUOptions: 3 },
    ...(modern ? { [`${windows}\\Component Based Servicing\\Packages`]: {} } : {}),
    ...(modern ? { 'HKLM\\SOFTWARE\\Microsoft\\ServerManager': { CheckedUnattendLaunchSetting: 1 } } : {}),
    'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings': { ProxyEnable: 0 },
    [`${control}\\BackupRestore\\FilesNotToBackup`]: {
      'Memory Page File': ['\\Pagefile.sys'],
      'Temporary Files': ['%TEMP%\\* /s'],
    },
    'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates': {},
  };
}

function timeSource({ controller, domain }: ServerSketch): Hive[string] {
  if (controller === true || domain === undefined) return { Type: 'NTP', NtpServer: 'hora.roa.es,0x9' };
  return { Type: 'NT5DS' };
}

function directoryHive({ controller, domain = '', computer }: ServerSketch): Hive {
  if (controller !== true) return {};
  const dn = domain.split('.').map(part => `DC=${part}`);
  return {
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTDS\\Parameters': {
      'Root Domain': dn.join(','),
      'Machine DN Name': `CN=NTDS Settings,CN=${computer},CN=Servers,CN=Default-First-Site-Name,CN=Sites,CN=Configuration,${dn.join(',')}`,
      'Global Catalog Promotion Complete': 1,
    },
  };
}

function commandsOf(
  sketch: ServerSketch,
  { build }: Release,
  profiles: { readonly folders: readonly string[]; readonly links: readonly string[] },
): Machine['commands'] {
  const es = sketch.language === 'es';
  return {
    'windows-time-status':
      build < 6000
        ? printed(lines('The command /query is unknown.'), 1)
        : printed(
            es
              ? lines(
                  'Indicador de salto: 0(sin advertencia)',
                  'Capa: 3 (referencia secundaria, sincronizada mediante (S)NTP)',
                )
              : lines('Leap Indicator: 0(no warning)', 'Stratum: 3 (secondary reference - syncd by (S)NTP)'),
          ),
    // asked on the server itself: cmd leaves a variable that is not set as it stands
    'windows-ssh-connection': printed(lines('%SSH_CONNECTION%')),
    'windows-directory-queries': directoryQueries(sketch),
    'windows-smtp-metabase': printed(''),
    'windows-smtp-smart-host': printed(''),
    'windows-smtp-queue': printed(''),
    'windows-profile-folders': printed(lines(...profiles.folders)),
    'windows-profile-links': printed(profiles.links.length === 0 ? '' : lines(...profiles.links)),
  };
}

const parts = [
  'schema',
  'name',
  'pdc',
  'rid',
  'infr',
  'controllers',
  'catalogs',
  'domain-level',
  'forest-level',
  'trusts',
  'sysvol',
];

function directoryQueries({ directory, computer }: ServerSketch): TextAnswer {
  const mark = (part: string) => `@antesala-part ${part}`;
  // without the directory's tools, or without a directory, only the marks are printed
  if (!directory) return printed(lines(...parts.map(mark)), 1);
  const quoted = (name: string) => `"${name}"`;
  const said: Readonly<Record<string, readonly string[]>> = {
    controllers: directory.controllers.map(quoted),
    catalogs: directory.controllers.map(quoted),
    'domain-level': [`msDS-Behavior-Version: ${directory.domainLevel}`],
    'forest-level': [`msDS-Behavior-Version: ${directory.forestLevel}`],
    trusts: [],
    sysvol: directory.dfsrFlags === undefined ? [] : [`msDFSR-Flags: ${directory.dfsrFlags}`],
  };
  return printed(lines(...parts.flatMap(part => [mark(part), ...(said[part] ?? [quoted(computer)])])));
}

function printedTexts(texts: Readonly<Record<string, string>>): Machine['commands'] {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, printed(text)]));
}

function scriptsOf({ directory, pendingUpdates = [] }: ServerSketch, { build }: Release): Machine['scripts'] {
  return {
    'windows-directory-root': directory
      ? { domainLevel: String(directory.domainLevel), forestLevel: String(directory.forestLevel) }
      : {},
    // SSE4.2 can be asked for since Windows 10 version 2004
    'powershell-processor-features': { present: build >= 20348 ? [12, 14, 20, 38] : [12, 14, 20] },
    'powershell-managed-client-restart': { pending: false },
    'powershell-pending-updates': { pending: pendingUpdates, checked: '2026-11-24T03:12:00Z' },
  };
}

function defenderClasses({ defender }: ServerSketch, { build }: Release): Classes {
  const name = 'root\\Microsoft\\Windows\\Defender:MSFT_MpComputerStatus';
  if (build < 14393 || !defender) return { [name]: 'no namespace' };
  return {
    [name]: [
      {
        AntivirusEnabled: true,
        RealTimeProtectionEnabled: defender.realTime,
        AntivirusSignatureLastUpdated: '20261124031500.000000+000',
        IsTamperProtected: defender.tamper,
      },
    ],
  };
}

/** Namespaces of Hyper-V: `v2` since 2012, the older one with 2008 and 2008 R2; neither without the role. */
function hyperVClasses({ roles = [] }: ServerSketch, { build }: Release): Classes {
  const names = ['root\\virtualization\\v2', 'root\\virtualization'];
  const classes = ['Msvm_ComputerSystem', 'Msvm_VirtualSystemSettingData'];
  const here = roles.includes('Hyper-V') ? (build >= 9200 ? names[0] : names[1]) : undefined;
  return Object.fromEntries(
    names.flatMap(name => classes.map(one => [`${name}:${one}`, name === here ? [] : 'no namespace'] as const)),
  );
}
