import type { Answer } from '../../model/answer.js';
import type { CommandQuestion } from '../../model/question.js';
import { textOf } from './answers.js';
import { originsProgram } from './origins-program.js';

/**
 * Where the installed packages come from and what would replace them, from the files apt already has: no network, nothing written.
 *
 * Lines: `R list field: value` of each Release file, `A number list uri suite/component` of each archive named below, then of packages
 * `O name` (no archive has it), `F name archives` (none of those that have it is the distribution's) and `U name candidate archives`
 * (the version apt would install instead); `N count` at the end.
 */
export const aptOrigins: CommandQuestion = {
  kind: 'command',
  id: 'apt-origins',
  timeoutSeconds: 60,
  line: 'echo "the package lists can only be read with perl" >&2; exit 127',
  perl: originsProgram,
};

export interface Release {
  readonly origin: string | undefined;
  readonly label: string | undefined;
  readonly suite: string | undefined;
  readonly codename: string | undefined;
}

export interface Archive {
  readonly uri: string;
  /** "bookworm", "bookworm-security"; empty of a flat archive. */
  readonly suite: string;
  readonly release: Release | undefined;
}

export interface Origins {
  /** By the beginning of the list's file name: `ftp.es.debian.org_debian_dists_bookworm_`. */
  readonly releases: ReadonlyMap<string, Release>;
  readonly nowhere: ReadonlySet<string>;
  readonly foreign: ReadonlyMap<string, Archive | undefined>;
  readonly pending: readonly {
    readonly name: string;
    readonly version: string;
    readonly archives: readonly Archive[];
  }[];
}

const originsRead = new WeakMap<Answer, Origins | undefined>();

/** Undefined when apt could not be asked, or has no lists of the distribution's archives: then no package's origin is known. */
export function originsOf(answer: Answer): Origins | undefined {
  if (originsRead.has(answer)) return originsRead.get(answer);
  const origins = parseOrigins(textOf(answer) ?? '');
  originsRead.set(answer, origins);
  return origins;
}

/** Whether a Release file says that the archive is the distribution's own (also its security, backports and ESM archives). */
export function isOfficial(release: Release | undefined): boolean {
  return release?.origin !== undefined && /^(Debian|Ubuntu)/.test(release.origin);
}

function parseOrigins(text: string): Origins | undefined {
  const releases = new Map<string, Mutable<Release>>();
  const archives = new Map<string, Archive>();
  const nowhere = new Set<string>();
  const foreign = new Map<string, Archive | undefined>();
  const pending: Origins['pending'][number][] = [];
  let total = 0;
  for (const line of text.split('\n')) {
    const rest = line.slice(2);
    const blank = rest.indexOf(' ');
    const first = blank < 0 ? rest : rest.slice(0, blank);
    switch (line.slice(0, 2)) {
      case 'R ':
        readRelease(releases, first, rest.slice(blank + 1));
        break;
      case 'A ': {
        const [, list = '', uri = '', suite = ''] = rest.split(' ');
        const cut = suite.lastIndexOf('/');
        archives.set(first, {
          uri: withoutPassword(uri),
          suite: cut > 0 ? suite.slice(0, cut) : '',
          release: releases.get(list),
        });
        break;
      }
      case 'O ':
        nowhere.add(first);
        break;
      case 'F ':
        foreign.set(first, archives.get(rest.split(' ')[1] ?? ''));
        break;
      case 'U ': {
        const [, version = '', ...ids] = rest.split(' ');
        pending.push({ name: first, version, archives: ids.flatMap(id => archives.get(id) ?? []) });
        break;
      }
      case 'N ':
        total = Number(first);
        break;
    }
  }
  if (!(total > 0) || ![...releases.values()].some(isOfficial)) return undefined;
  return { releases, nowhere, foreign, pending };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function readRelease(releases: Map<string, Mutable<Release>>, list: string, field: string): void {
  let release = releases.get(list);
  if (!release) {
    release = { origin: undefined, label: undefined, suite: undefined, codename: undefined };
    releases.set(list, release);
  }
  const at = field.indexOf(': ');
  const value = field.slice(at + 2).trim();
  switch (field.slice(0, at)) {
    case 'Origin':
      release.origin = value;
      break;
    case 'Label':
      release.label = value;
      break;
    case 'Suite':
      release.suite = value;
      break;
    case 'Codename':
      release.codename = value;
      break;
  }
}

/** An archive's address without the name and password that a private one has in it. */
export function withoutPassword(uri: string): string {
  return uri.replace(/^([a-z0-9+.-]+:\/\/)[^/@]*@/i, '$1');
}
