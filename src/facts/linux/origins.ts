import type { Answer } from '../../model/answer.js';
import type { CommandQuestion } from '../../model/question.js';
import { textOf } from './answers.js';

/**
 * Where the installed packages come from and what would replace them, from one run of `apt-cache policy` and the Release files
 * apt already has: no network. apt's own cache is used only when it is current, for apt would write it anew otherwise.
 *
 * Lines: `R list field: value` of each Release file, `A number list uri suite/component` of each archive named below, then of packages
 * `O name` (no archive has it), `F name archives` (none of those that have it is the distribution's) and `U name candidate archives`
 * (the version apt would install instead); `N count` at the end.
 */
export const aptOrigins: CommandQuestion = {
  kind: 'command',
  id: 'apt-origins',
  timeoutSeconds: 60,
  line: String.raw`b=/var/cache/apt/pkgcache.bin; s=/var/cache/apt/srcpkgcache.bin; l=/var/lib/apt/lists; c=
if [ $b -nt /var/lib/dpkg/status ] && [ $b -nt $l ]; then :; elif [ $s -nt $l ]; then c='-o Dir::Cache::pkgcache='; else c='-o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache='; fi
cd $l && { grep -sHm5 -E '^(Origin|Label|Suite|Codename|Date): ' *Release; echo @; apt-cache $c policy $(dpkg-query -W -f='FORMAT' | sed -n 's/^[ihr][^cn].//p'); } | awk '
function flush(   n, a, i, off, ids) {
  if (name == "") return
  total++; if (io == "") io = co; if (io == "") io = any
  if (io == "") print "O " name
  else { n = split(io, a, "\n"); off = 0; for (i = 2; i <= n; i++) if (official(a[i])) off = 1
    if (!off) { ids = ""; for (i = 2; i <= n; i++) ids = ids " " id(a[i]); print "F " name ids } }
  if (cand != inst && cand != "(none)") { n = split(co, a, "\n"); ids = ""; for (i = 2; i <= n; i++) ids = ids " " id(a[i]); print "U " name " " cand ids }
  name = ""
}
function official(k) { return origin[file(k)] ~ /^(Debian|Ubuntu)/ || k ~ /^cdrom:\/\/\[(Debian|Ubuntu)/ }
function id(k) { if (!(k in num)) { num[k] = ++count; print "A " count " " file(k) " " k } return num[k] }
function file(k,   f, p, d) {
  if (k in memo) return memo[k]
  p = index(k, " "); f = substr(k, 1, p - 1); d = substr(k, p + 1)
  sub(/^[a-z0-9+.-]+:(\/\/)?/, "", f); sub(/^[^\/]*@/, "", f); sub(/\/$/, "", f)
  if (d ~ /^\.?\/$/) f = f "/" d; else { sub(/\/[^\/]*$/, "", d); f = f "/dists/" d "/" }
  gsub(/_/, "%5f", f); gsub(/~/, "%7e", f); gsub(/=/, "%3d", f); gsub(/\//, "_", f)
  return memo[k] = f
}
!policy {
  if ($0 == "@") { policy = 1; next }
  p = index($0, "Release:"); f = substr($0, 1, p - 1); sub(/In$/, "", f); r = substr($0, p + 8)
  if (r ~ /^Origin:/) origin[f] = substr(r, 9)
  print "R " f " " r; next
}
/^[^ ]/ { flush(); name = substr($1, 1, length($1) - 1); io = co = any = ""; next }
/^  Installed: / { inst = $2; next }
/^  Candidate: / { cand = $2; next }
/^ (\*\*\*|   ) [^ ]/ { v = $1 == "***" ? $2 : $1; next }
/^       / { if ($2 ~ /^\//) next; k = $2 " " $3; any = any "\n" k; if (v == inst) io = io "\n" k; if (v == cand) co = co "\n" k }
END { flush(); print "N " total + 0 }'`.replace(
    'FORMAT',
    // dpkg-query's own fields, no template's
    '${db:Status-Abbrev}${binary:Package}\\n',
  ),
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
  /** By the beginning of the list's file name: `deb.debian.org_debian_dists_bookworm_`. */
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
