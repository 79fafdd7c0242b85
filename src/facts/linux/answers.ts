import { say } from '../../i18n/text.js';
import type { Answer } from '../../model/answer.js';
import { type Missing, missing } from '../../model/fact.js';

/** What a command or file question brought, if anything did. */
export function textOf(answer: Answer): string | undefined {
  return answer.state === 'ok' && 'text' in answer ? answer.text : undefined;
}

/** Why a question brought nothing, for the person who reads the report. */
export function whyNot(answer: Answer): Missing {
  switch (answer.state) {
    case 'denied':
      return missing(
        say({
          en: 'The account used may not read it; gather again as root.',
          es: 'La cuenta utilizada no tiene permiso para leerlo; repita la recogida como root.',
        }),
      );
    case 'timeout':
      return missing(
        say({
          en: 'The server did not answer this question in time; gather again when it is less busy.',
          es: 'El servidor no respondió a tiempo a esta pregunta; repita la recogida cuando esté menos ocupado.',
        }),
      );
    case 'missing':
    case 'unsupported':
    case 'error':
      return missing(
        say({
          en: `The server gave no answer: ${answer.why}.`,
          es: `El servidor no dio respuesta: ${answer.why}.`,
        }),
      );
    case 'ok':
      return missing(
        say({
          en: 'The answer of the server was not the one expected; please report this with the recording.',
          es: 'La respuesta del servidor no fue la esperada; comuníquelo, por favor, junto con la grabación.',
        }),
      );
  }
}

/** A part of a command's output, started by a line of its own that {@link partsOf} recognises. */
export function part(name: string, command: string): string {
  return `printf '\\n::${name}\\n'; ${command}`;
}

/** Prints the name of the time zone. */
export const zoneCommand =
  'if [ -r /etc/timezone ]; then read -r z </etc/timezone; echo "$z"; else readlink /etc/localtime | sed \'s/.*zoneinfo.//\'; fi';

/**
 * Prints the kind of container, or `none`. The files are those that systemd-detect-virt(1) looks at; it takes five milliseconds itself.
 * Where systemd runs, it has written down what it found when it started.
 */
export const containerCommand = String.raw`c=; for f in /run/systemd/container /run/host/container-manager; do [ "$c" ] || [ ! -r $f ] || read -r c <$f; done
[ "$c" ] || [ -d /run/systemd/system ] || { c=$(grep -aoE 'container=[a-z-]+' /proc/1/environ 2>/dev/null); c=${'$'}{c#*=}; }
[ "$c" ] || [ ! -e /run/.containerenv ] || c=podman; [ "$c" ] || [ ! -e /.dockerenv ] || c=docker; [ "$c" ] || [ ! -d /proc/vz ] || [ -d /proc/bc ] || c=openvz
if [ ! "$c" ] && read -r k </proc/sys/kernel/osrelease; then case $k in *[Mm]icrosoft* | *WSL*) c=wsl ;; esac; fi; echo "${'$'}{c:-none}"`;

/** Prints the domain that /etc/hosts gives the server's name. */
export const hostsDomainCommand =
  'awk -v h="$n." \'{ sub(/#.*/, ""); for (i = 2; i <= NF; i++) if (index($i, h) == 1) { print substr($i, length(h) + 1); exit } }\' /etc/hosts 2>/dev/null';

/** Prints those of the paths that exist. */
export function listed(paths: string): string {
  return `for f in ${paths}; do [ -e "$f" ] && echo "$f"; done`;
}

/** A blank, for expressions of {@link linesOfFiles}. */
export const blank = '[ \t]';

/** Lines of small files, for {@link linesOfFiles}. */
export interface WantedLines {
  /** Starts a part of this name; left out, the lines go on with the part before. */
  readonly part?: string;
  /** Paths and patterns of the shell, between blanks; what is no file is passed over. `+word` prints the word. */
  readonly files: string;
  /** An extended regular expression without quotes and without named classes, which old awks do not know. Left out: all lines. */
  readonly like?: string;
  /** `v` the lines that do not match, `i` in any case (the expression in small letters), `H` with the file's name, `1` the first only. */
  readonly how?: string;
}

/**
 * A command that prints lines of many small files in one process, where grep and cat would be one each: starting a process takes a
 * millisecond of processor time, and a server is asked for a hundred files. Folders are left out first: mawk ends at them.
 */
export function linesOfFiles(...wanted: readonly WantedLines[]): string {
  const words = wanted.flatMap(({ part: name, files, like = '', how = '' }) => [
    ...(name === undefined ? [] : [`::${name}`]),
    `'=${how}:${like}'`,
    files,
  ]);
  return String.raw`set -- ${words.join(' ')}; n=$#; while [ $n -gt 0 ]; do case $1 in /*) [ ! -f "$1" ] || set -- "$@" "$1" ;; *) set -- "$@" "$1" ;; esac; shift; n=$((n - 1)); done
awk 'function show(f,  l, x) { while ((getline l < f) > 0) { x = i ? tolower(l) : l; if (v ? x !~ r : x ~ r) { print (h ? f ":" : "") l; if (m) break } } close(f) }
BEGIN { for (k = 1; k < ARGC; k++) { a = ARGV[k]; if (a ~ /^::/) print "\n" a; else if (a ~ /^[+]/) print substr(a, 2); else if (a ~ /^=/) { p = index(a, ":"); o = substr(a, 2, p - 2); r = substr(a, p + 1); i = o ~ /i/; v = o ~ /v/; h = o ~ /H/; m = o ~ /1/ } else show(a) } }' "$@"`;
}

/** The output of a command made of {@link part}s, as lines without empty ones. A part that was not printed is absent. */
export function partsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('::')) {
      lines = [];
      parts.set(line.slice(2), lines);
    } else {
      lines.push(line);
    }
  }
  return parts;
}

/** Lines `Key: value` or `Key=value`, the first of each key. */
export function fieldsOf(lines: readonly string[], separator: ':' | '='): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(separator);
    if (at <= 0) continue;
    const key = line.slice(0, at).trim();
    if (!fields.has(key)) fields.set(key, line.slice(at + 1).trim());
  }
  return fields;
}

/** The value of a shell-like setting (`NAME="value"`) without its quotes. */
export function unquoted(value: string): string {
  const match = /^\s*(["'])(.*)\1\s*$/.exec(value);
  return match?.[2] ?? value.trim();
}

/** A whole number, or undefined for anything else; `-` and empty are what tools print for "none". */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  return Number(text);
}

/** Seconds since 1970 as ISO time; undefined for nonsense. */
export function isoOf(seconds: number | undefined): string | undefined {
  if (seconds === undefined || !Number.isFinite(seconds) || Math.abs(seconds) > 8e12) return undefined;
  return new Date(seconds * 1000).toISOString();
}

/** Words between blanks. */
export function wordsOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(/\s+/).filter(word => word !== '');
}
