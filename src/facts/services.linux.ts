import { say } from '../i18n/text.js';
import type { Answer } from '../model/answer.js';
import { known, missing, reader } from '../model/fact.js';
import { textOf, whyNot } from './linux/answers.js';
import { type Origins, aptOrigins, originsOf } from './linux/origins.js';
import { ownersOf, packageFiles, withoutUsr } from './linux/packages.js';
import { type Unit, systemdUnits, unitsOf } from './linux/units.js';
import type { Maker, Service } from './services.js';

/** systemd units, or init scripts where systemd does not run; the maker is the origin of the package that owns the unit's file. */
export const servicesOnLinux = reader({
  questions: { units: systemdUnits, files: packageFiles, origins: aptOrigins },
  parse({ units, files, origins }) {
    const found = unitsOf(units);
    if (!found) return textOf(units) === undefined ? whyNot(units) : noUnits;
    const dependents = new Map<string, string[]>();
    for (const unit of found.units) {
      for (const name of unit.requires) {
        const list = dependents.get(name);
        if (list) list.push(unit.id);
        else dependents.set(name, [unit.id]);
      }
    }
    const makerOf = makers(files, origins);
    return known(found.units.map(unit => serviceOf(unit, dependents.get(unit.id) ?? none, makerOf(unit))));
  },
});

const none: readonly string[] = [];

const noUnits = missing(
  say({
    en: 'The server has neither systemd units nor init scripts that could be read.',
    es: 'El servidor no tiene unidades de systemd ni scripts de arranque que se puedan leer.',
  }),
);

function serviceOf(unit: Unit, dependents: readonly string[], maker: Maker): Service {
  const runs = unit.id.endsWith('.service');
  const account = runs ? unit.user || 'root' : undefined;
  return {
    name: unit.id,
    displayName: unit.description || unit.id,
    description: unit.description || undefined,
    startMode: startModes[unit.fileState] ?? 'unknown',
    delayedStart: undefined,
    triggers: unit.triggeredBy,
    state: activeStates[unit.active] ?? 'unknown',
    account,
    privileged: account === undefined ? undefined : account === 'root' || account === '0',
    commandLine: unit.command || undefined,
    program: programOf(unit.command),
    serviceDll: undefined,
    dependsOn: unit.requires,
    dependents,
    recovery: unit.restart || undefined,
    maker,
    unitFile: unit.file || unit.source || undefined,
    unitFileState: unit.fileState || undefined,
    driver: false,
  };
}

/** systemctl(1), table of unit file states. */
const startModes: Readonly<Record<string, Service['startMode']>> = {
  enabled: 'auto',
  'enabled-runtime': 'auto',
  linked: 'manual',
  'linked-runtime': 'manual',
  alias: 'manual',
  masked: 'disabled',
  'masked-runtime': 'disabled',
  static: 'manual',
  indirect: 'manual',
  disabled: 'manual',
  generated: 'auto',
  transient: 'manual',
};

const activeStates: Readonly<Record<string, Service['state']>> = {
  active: 'running',
  reloading: 'running',
  refreshing: 'running',
  maintenance: 'running',
  inactive: 'stopped',
  failed: 'failed',
  activating: 'pending',
  deactivating: 'pending',
};

function programOf(command: string): string | undefined {
  const match = /^"([^"]+)"|^'([^']+)'|^(\S+)/.exec(command);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function makers(files: Answer, answer: Answer): (unit: Unit) => Maker {
  const owners = ownersOf(files);
  const origins = originsOf(answer);
  return unit => {
    if (!owners) return unreadable;
    const file = unit.source.startsWith('/etc/init.d/') ? unit.source : unit.file;
    // systemd makes these itself: mounts of the session, generated and transient units
    if (file === '' || (file.startsWith('/run/') && unit.source === '')) {
      if (unit.fileState !== 'masked') return bySystemd;
      // A masked unit has no file of its own to be seen; the one its package brought is still known by its name.
      const masked = owners.get(`/lib/systemd/system/${unit.id}`);
      return masked === undefined ? unreadable : makerOfPackage(masked, origins);
    }
    const owner = owners.get(withoutUsr(file));
    if (owner === undefined) return noPackage;
    return makerOfPackage(owner, origins);
  };
}

const unreadable: Maker = { kind: 'unknown', name: undefined, how: 'unreadable' };
const noPackage: Maker = { kind: 'other', name: undefined, how: 'no-package' };
const bySystemd: Maker = { kind: 'system', name: 'systemd', how: 'path' };
const byDistribution: Maker = { kind: 'system', name: undefined, how: 'package' };

/** What apt says of a package's maker: the distribution, another archive, or no archive at all (a package file put in by hand). */
function makerOfPackage(name: string, origins: Origins | undefined): Maker {
  if (!origins) return { kind: 'unknown', name, how: 'unreadable' };
  if (origins.nowhere.has(name)) return { kind: 'other', name, how: 'package' };
  if (!origins.foreign.has(name)) return byDistribution;
  const archive = origins.foreign.get(name);
  return { kind: 'other', name: archive?.release?.origin ?? hostOf(archive?.uri) ?? name, how: 'package' };
}

function hostOf(uri: string | undefined): string | undefined {
  return /^[a-z0-9+.-]+:\/\/([^/]+)/i.exec(uri ?? '')?.[1];
}
