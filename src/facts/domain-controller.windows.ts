import type { Answer } from '../model/answer.js';
import { type AnswersTo, known, reader } from '../model/fact.js';
import type { DomainController } from './domain-controller.js';
import { directoryQuestions } from './questions/windows-directory.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, numberIn, textIn, textOf } from './reading/windows-answers.js';
import { windowsServices } from './reading/windows-services.js';

const questions = { ...serviceQuestions, ...directoryQuestions } as const;
type DirectoryAnswers = AnswersTo<typeof questions>;

const none: DomainController = {
  isController: false,
  domain: undefined,
  forestLevel: undefined,
  domainLevel: undefined,
  holds: undefined,
  controllers: undefined,
  globalCatalog: undefined,
  sysvol: undefined,
  isChildDomain: undefined,
  trusts: undefined,
};

/** The role from the registry; the directory's figures by dsquery (2003 and later) and its root. A 2000 controller tells none. */
export const domainControllerOnWindows = reader<DomainController, typeof questions>({
  questions,
  parse(answers) {
    const type = textIn(keyOf(answers.productType, directoryQuestions.productType.key), 'ProductType');
    if (type === undefined) return couldNotRead(directoryQuestions.productType.key, answers.productType);
    const tcpip = keyOf(answers.domainName, directoryQuestions.domainName.key);
    const domain = textIn(tcpip, 'NV Domain') ?? textIn(tcpip, 'Domain');
    if (type.toLowerCase() !== 'lanmannt') return known({ ...none, domain });
    const directory = keyOf(answers.directory, directoryQuestions.directory.key);
    const computer = (textIn(tcpip, 'NV Hostname') ?? textIn(tcpip, 'Hostname'))?.toLowerCase();
    const parts = directoryParts(textOf(answers.queries) ?? '');
    const isNamed = (names: readonly string[]) => names.some(name => name.toLowerCase() === computer);
    const rootDomain = domainOfDn(textIn(directory, 'Root Domain'));
    const levels = levelsOfRoot(answers.root);
    const catalogs = parts.get('catalogs') ?? [];
    return known({
      isController: true,
      domain,
      forestLevel: levels.forest ?? attribute(parts.get('forest-level')),
      domainLevel: levels.domain ?? attribute(parts.get('domain-level')),
      holds: heldBy(isNamed, parts, computer),
      controllers: someOf(parts.get('controllers')),
      globalCatalog:
        catalogs.length > 0 && computer !== undefined
          ? isNamed(catalogs)
          : numberIn(directory, 'Global Catalog Promotion Complete') === 1 || undefined,
      sysvol: sysvolOf(answers, attribute(parts.get('sysvol'))),
      isChildDomain: rootDomain === undefined || domain === undefined ? undefined : rootDomain !== domain.toLowerCase(),
      // a directory without trusts prints an empty part, like one that did not answer: another part tells them apart
      trusts: someOf(parts.get('controllers')) && attributes(parts.get('trusts'), 'trustPartner'),
    });
  },
});

const masters = [
  ['schema', 'schema'],
  ['name', 'naming'],
  ['pdc', 'pdc'],
  ['rid', 'rid'],
  ['infr', 'infrastructure'],
] as const;

function heldBy(
  isNamed: (names: readonly string[]) => boolean,
  parts: ReadonlyMap<string, readonly string[]>,
  computer: string | undefined,
): readonly string[] | undefined {
  // holding is said only when every one of the five answered
  if (computer === undefined || masters.some(([part]) => (parts.get(part) ?? []).length === 0)) return undefined;
  return masters.filter(([part]) => isNamed(parts.get(part) ?? [])).map(([, name]) => name);
}

/** The lines of each part, without the quotes dsquery puts around names. */
export function directoryParts(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const mark = /^@antesala-part ([a-z-]+)\s*$/.exec(line);
    if (mark?.[1] !== undefined) {
      lines = [];
      parts.set(mark[1], lines);
      continue;
    }
    const plain = line.trim().replace(/^"(.*)"$/, '$1');
    if (plain !== '') lines?.push(plain);
  }
  return parts;
}

/** Values of an attribute out of dsquery's list form, `name: value`. */
function attributes(lines: readonly string[] | undefined, name: string): readonly string[] {
  const start = `${name.toLowerCase()}:`;
  return (lines ?? [])
    .filter(line => line.toLowerCase().startsWith(start))
    .map(line => line.slice(start.length).trim())
    .filter(value => value !== '');
}

/** The one figure of a part, whatever its attribute is called. */
function attribute(lines: readonly string[] | undefined): number | undefined {
  const value = /^[\w-]+:\s*(\d{1,4})$/.exec(lines?.[0] ?? '')?.[1];
  return value === undefined ? undefined : Number(value);
}

function someOf(names: readonly string[] | undefined): readonly string[] | undefined {
  return names && names.length > 0 ? names : undefined;
}

/** "DC=empresa,DC=local" as "empresa.local". */
function domainOfDn(dn: string | undefined): string | undefined {
  const parts = [...(dn ?? '').matchAll(/(?:^|,)\s*DC=([^,]+)/gi)].map(part => part[1]?.toLowerCase() ?? '');
  return parts.length > 0 ? parts.join('.') : undefined;
}

function levelsOfRoot(answer: Answer): { readonly domain: number | undefined; readonly forest: number | undefined } {
  const text = textOf(answer) ?? '';
  const level = (name: string) => {
    const value = new RegExp(`"${name}"\\s*:\\s*"(\\d{1,2})"`).exec(text)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  return { domain: level('domainLevel'), forest: level('forestLevel') };
}

/**
 * How SYSVOL is replicated. Flags of the domain's DFSR settings: 0 start, 16 prepared, 32 redirected, 48 eliminated (community
 * sources: the same figures dfsrmig shows as 0 to 3). This controller's own state counts before the domain's.
 */
function sysvolOf(answers: DirectoryAnswers, flags: number | undefined): DomainController['sysvol'] {
  const key = keyOf(answers.sysvolMigration, directoryQuestions.sysvolMigration.key);
  const state =
    numberIn(key, 'Local State') ?? numberIn(key, 'LocalState') ?? (flags === undefined ? undefined : flags / 16);
  if (state === 3) return 'dfsr';
  if (state === 1 || state === 2) return 'migrating';
  if (state === 0) return 'frs';
  const services = windowsServices(answers);
  const frs = services?.get('ntfrs');
  // without DFSR's settings in the directory nobody began to move: FRS, where its service is in use
  return frs && frs.startMode !== 'disabled' && frs.state !== 'stopped' && frs.state !== 'unknown' ? 'frs' : undefined;
}
