import { known, reader } from '../model/fact.js';
import type { RegistryQuestion } from '../model/question.js';
import type { Exchange } from './exchange.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, numberIn, textIn } from './reading/windows-answers.js';
import { type WindowsService, windowsServices } from './reading/windows-services.js';

/** Set-up of Exchange 4.0 to 2007. It may survive an uninstall (KB Q178975, Q259158). */
const oldSetup = {
  id: 'windows-exchange-setup',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup',
} as const satisfies RegistryQuestion;

/** Set-up of Exchange 2010 and of 2013 to Subscription Edition. The keys are general knowledge, not read in a source. */
const setup14 = {
  id: 'windows-exchange-setup-14',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v14\\Setup',
} as const satisfies RegistryQuestion;
const setup15 = {
  id: 'windows-exchange-setup-15',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup',
} as const satisfies RegistryQuestion;

const questions = { ...serviceQuestions, old: oldSetup, v14: setup14, v15: setup15 } as const;

/** Exchange by its services; release and build by the version of its store, else by set-up's keys. */
export const exchangeOnWindows = reader<Exchange, typeof questions>({
  questions,
  parse(answers) {
    const all = windowsServices(answers);
    if (!all) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    const services = [...all.values()].filter(({ name, driver }) => !driver && /^msexchange/i.test(name));
    if (services.length === 0) {
      return known({
        installed: false,
        release: undefined,
        build: undefined,
        servicePack: undefined,
        services: [],
        installPath: undefined,
      });
    }
    const setup = [keyOf(answers.v15, setup15.key), keyOf(answers.v14, setup14.key), keyOf(answers.old, oldSetup.key)];
    const version = versionOf(services) ?? firstOf(setup, setupVersion) ?? firstOf(setup, oldVersion);
    return known({
      installed: true,
      ...(version ? releaseOf(version) : { release: undefined, servicePack: undefined }),
      build: version?.join('.'),
      services: services.map(service => service.name),
      installPath: firstOf(setup, key => textIn(key, 'MsiInstallPath') ?? textIn(key, 'Services')),
    });
  },
});

type Key = ReturnType<typeof keyOf>;

function firstOf<T>(keys: readonly Key[], read: (key: Key) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = read(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The programs that carry Exchange's own version: the store, else the attendant or the directory service every later release has. */
const telling = ['msexchangeis', 'msexchangesa', 'msexchangeadtopology', 'msexchangetransport', 'msexchangemta'];

function versionOf(services: readonly WindowsService[]): readonly number[] | undefined {
  for (const name of telling) {
    const service = services.find(other => other.name.toLowerCase() === name);
    const version = /^(\d+)\.(\d+)\.(\d+)(?:\.(\d+))?$/.exec(service?.program?.file?.version ?? '');
    if (version)
      return version
        .slice(1)
        .filter(part => part !== undefined)
        .map(Number);
  }
  return undefined;
}

function setupVersion(key: Key): readonly number[] | undefined {
  const parts = ['MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor'].flatMap(
    name => numberIn(key, name) ?? [],
  );
  return parts.length === 4 ? parts : undefined;
}

/** Before 2007 set-up keeps the build alone; the ranges of builds tell the releases apart. */
function oldVersion(key: Key): readonly number[] | undefined {
  const build = numberIn(key, 'NewestBuild');
  if (build === undefined) return undefined;
  if (build >= 6900) return [6, 5, build];
  if (build >= 4400) return [6, 0, build];
  return build >= 1960 ? [5, 5, build] : undefined;
}

/** First builds of the service packs of Exchange before 2007, from the releases' well-known build numbers. */
const servicePacks: Readonly<Record<string, readonly number[]>> = {
  '5.5': [1960, 2232, 2448, 2650, 2653],
  '2000': [4417, 4712, 5762, 6249],
  '2003': [6944, 7226, 7638],
};

function releaseOf([major = 0, minor = 0, build = 0]: readonly number[]): Pick<Exchange, 'release' | 'servicePack'> {
  const release = releaseName(major, minor, build);
  const first = release === undefined ? undefined : servicePacks[release];
  if (first) return { release, servicePack: Math.max(0, first.filter(start => build >= start).length - 1) };
  // 2007 and 2010 count their service packs in the minor version; later releases have cumulative updates instead
  return { release, servicePack: major === 8 || major === 14 ? minor : undefined };
}

function releaseName(major: number, minor: number, build: number): string | undefined {
  if (major === 5 && minor === 5) return '5.5';
  if (major === 6) return minor >= 5 ? '2003' : '2000';
  if (major === 8) return '2007';
  if (major === 14) return '2010';
  if (major !== 15) return undefined;
  if (minor === 2) return build >= 2562 ? 'SE' : '2019';
  return minor === 1 ? '2016' : minor === 0 ? '2013' : undefined;
}
