import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { RegistryQuestion } from '../model/question.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, keysOf, textIn } from './reading/windows-answers.js';
import { type WindowsService, isRunning, windowsServices } from './reading/windows-services.js';
import type { SqlServer } from './sql-server.js';

const product = 'SOFTWARE\\Microsoft\\Microsoft SQL Server';
const setupValues = ['CurrentVersion', 'CSDVersion', 'Version', 'PatchLevel', 'Edition'] as const;

/** Set-up of SQL Server 2005 and later, and of named instances of 2000. */
const setup = {
  id: 'windows-sql-setup',
  kind: 'registry',
  key: `HKLM\\${product}`,
  depth: 3,
  values: setupValues,
  timeoutSeconds: 30,
} as const satisfies RegistryQuestion;
/** The same of 32-bit instances on 64-bit Windows. */
const setup32 = {
  ...setup,
  id: 'windows-sql-setup-32',
  key: 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Microsoft SQL Server',
} as const satisfies RegistryQuestion;
/** Instance names to the names of their keys. */
const names = {
  id: 'windows-sql-names',
  kind: 'registry',
  key: `HKLM\\${product}\\Instance Names\\SQL`,
} as const satisfies RegistryQuestion;
const names32 = {
  id: 'windows-sql-names-32',
  kind: 'registry',
  key: `${setup32.key}\\Instance Names\\SQL`,
} as const satisfies RegistryQuestion;
/** The default instance of SQL Server 7.0 and 2000. */
const oldDefault = {
  id: 'windows-sql-default-2000',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\MSSQLServer',
  depth: 2,
  values: setupValues,
} as const satisfies RegistryQuestion;

const questions = { ...serviceQuestions, setup, setup32, names, names32, oldDefault } as const;

/** Instances by their services (a key may outlive its instance), with what set-up and the program's file say of them. */
export const sqlServerOnWindows = reader<SqlServer, typeof questions>({
  questions,
  parse(answers) {
    const services = windowsServices(answers);
    if (!services) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    const found = setUpOf([
      [answers.setup, setup.key, answers.names, names.key],
      [answers.setup32, setup32.key, answers.names32, names32.key],
    ]);
    const old = oldDefaultOf(answers.oldDefault);
    const instances = [...services.values()].flatMap(service => {
      const name = instanceName(service);
      if (name === undefined) return [];
      const said = found.get(name.toLowerCase()) ?? (name === 'MSSQLSERVER' ? old : undefined);
      const version = newest(said?.version, fileVersion(service));
      return [
        {
          name,
          release: version === undefined ? undefined : releaseOf(version),
          version,
          edition: internal.test(name) ? 'Windows Internal Database' : editionOf(said?.edition),
          running: isRunning(service),
        },
      ];
    });
    return known({ instances });
  },
});

/** The databases that Windows itself, SharePoint Services and WSUS bring along. */
const internal = /^MICROSOFT##(SSEE|WID)$/i;

function instanceName({ name, driver }: WindowsService): string | undefined {
  if (driver) return undefined;
  if (/^mssqlserver$/i.test(name)) return 'MSSQLSERVER';
  return /^mssql\$(.+)$/i.exec(name)?.[1];
}

interface SetUp {
  readonly version: string | undefined;
  readonly edition: string | undefined;
}

/** What set-up says, by lower-case instance name. */
function setUpOf(views: readonly (readonly [keys: Answer, root: string, names: Answer, names: string])[]) {
  const found = new Map<string, SetUp>();
  for (const [answer, root, namesAnswer, namesKey] of views) {
    const byKey = new Map<string, { version?: string | undefined; edition?: string | undefined }>();
    for (const [key, values] of Object.entries(keysOf(answer) ?? {})) {
      const [id = '', part] = key
        .slice(root.length + 1)
        .toLowerCase()
        .split('\\');
      if (part !== 'setup' && part !== 'mssqlserver') continue;
      const said = byKey.get(id) ?? {};
      said.version = newest(said.version, versionIn(values));
      said.edition ??= textIn(values, 'Edition');
      byKey.set(id, said);
    }
    // named instances of SQL Server 2000 have their own name as their key
    for (const [id, said] of byKey) found.set(id, { version: said.version, edition: said.edition });
    for (const [name, value] of Object.entries(keyOf(namesAnswer, namesKey) ?? {})) {
      const said = value.type === 'sz' ? byKey.get(value.value.toLowerCase()) : undefined;
      if (said) found.set(name.toLowerCase(), { version: said.version, edition: said.edition });
    }
  }
  return found;
}

function oldDefaultOf(answer: Answer): SetUp {
  let version: string | undefined;
  let edition: string | undefined;
  for (const values of Object.values(keysOf(answer) ?? {})) {
    version = newest(version, versionIn(values));
    edition ??= textIn(values, 'Edition');
  }
  return { version, edition };
}

function versionIn(values: Parameters<typeof textIn>[0]): string | undefined {
  return setupValues
    .filter(name => name !== 'Edition')
    .map(name => plainVersion(textIn(values, name)))
    .reduce(newest, undefined);
}

/** "2000.80.2039.0" and "2019.150.4312.2" of sqlservr.exe as the version SQL Server gives itself: 8.0.2039.0, 15.0.4312.2. */
function fileVersion(service: WindowsService): string | undefined {
  const version = plainVersion(service.program?.file?.version);
  const dated = /^((?:19|20)\d\d)\.(\d{2,3})\.(.+)$/.exec(version ?? '');
  if (!dated) return version;
  const [, year, release, rest] = dated;
  // 2008 and 2008 R2 both write 100; the year in front tells them apart
  const minor = release === '100' && year === '2009' ? 50 : 0;
  return `${Math.floor(Number(release) / 10)}.${minor}.${rest}`;
}

function plainVersion(text: string | undefined): string | undefined {
  // 8.00.2039 and 8.0.2039 are the same; a version is digits and dots only
  if (text === undefined || !/^\d{1,6}(\.\d{1,6}){1,3}$/.test(text)) return undefined;
  return text.split('.').map(Number).join('.');
}

function newest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0) ? other : one;
}

const releases: Readonly<Record<string, string>> = {
  7: '7.0',
  8: '2000',
  9: '2005',
  11: '2012',
  12: '2014',
  13: '2016',
  14: '2017',
  15: '2019',
  16: '2022',
  17: '2025',
};

function releaseOf(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 10) return minor >= 50 ? '2008 R2' : '2008';
  return releases[major];
}

function editionOf(edition: string | undefined): string | undefined {
  return edition !== undefined && /desktop engine|msde/i.test(edition) ? 'MSDE' : edition;
}
