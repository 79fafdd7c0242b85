/**
 * A piece of a command question for Linux, as a line of sh and in Perl. Both print the same. Where perl is, no process is started for
 * the second: a server is asked for hundreds of small things, and starting a process takes a millisecond of its processor.
 */
export interface Piece {
  readonly sh: string;
  /** Statements, with the functions of the executor's perl-library.ts. */
  readonly perl: string;
}

/** What a command question needs of its pieces. */
export function asked(...pieces: readonly Piece[]): { readonly line: string; readonly perl: string } {
  return { line: pieces.map(({ sh }) => sh).join('\n'), perl: pieces.map(({ perl }) => perl).join('\n') };
}

/** A part of the output, started by a line of its own that partsOf (answers.ts) recognises; {@link asked} pieces may go on with it. */
export function part(name: string, ...pieces: readonly Piece[]): Piece {
  const { line, perl } = asked(...pieces);
  return { sh: `printf '\\n::${name}\\n'; ${line}`, perl: `put("\\n::${name}\\n"); ${perl}` };
}

/** The same told twice. */
export function both(sh: string, perl: string): Piece {
  return { sh, perl: `{ ${perl} }` };
}

/** What only sh does, and only where one of the paths exists: without any of them the line must print nothing. */
export function where(paths: string, sh: string): Piece {
  return { sh, perl: `sh(${perlWord(sh)}) if paths(${perlWord(paths)});` };
}

/** What only sh does, and only where the program is installed: without it the line must print nothing. */
export function whereFound(program: string, sh: string): Piece {
  return { sh, perl: `sh(${perlWord(sh)}) if found(${perlWord(program)});` };
}

/** Prints those of the paths that exist, in full or only their names. */
export function listed(paths: string, how: 'paths' | 'names' = 'paths'): Piece {
  const shown = how === 'paths' ? '$f' : '${f##*/}';
  return {
    sh: `for f in ${paths}; do [ -e "$f" ] && echo "${shown}"; done`,
    perl: `for (paths(${perlWord(paths)})) { ${how === 'paths' ? '' : 's#.*/##; '}put("$_\\n") }`,
  };
}

/** A text as a word of Perl. */
export function perlWord(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A blank, for expressions of {@link linesOfFiles}. */
export const blank = '[ \t]';

/** Lines of small files, for {@link linesOfFiles}. */
export interface WantedLines {
  /** Starts a part of this name; left out, the lines go on with the part before. */
  readonly part?: string;
  /** Paths and patterns of the shell, between blanks; what is no file is passed over. */
  readonly files: string;
  /** An extended regular expression without quotes and without named classes, which old awks do not know. Left out: all lines. */
  readonly like?: string;
  /** `v` the lines that do not match, `i` in any case (the expression in small letters), `H` with the file's name, `1` the first only. */
  readonly how?: string;
}

/** Prints lines of many small files, in sh with one awk. Folders are left out first: mawk ends at them. */
export function linesOfFiles(...wanted: readonly WantedLines[]): Piece {
  const words = wanted.flatMap(({ part: name, files, like = '', how = '' }) => [
    ...(name === undefined ? [] : [`::${name}`]),
    `=${how}:${like}`,
    files,
  ]);
  const shWords = words.map(word => (word.startsWith('=') ? `'${word}'` : word));
  return {
    sh: String.raw`set -- ${shWords.join(' ')}; n=$#; while [ $n -gt 0 ]; do case $1 in /*) [ ! -f "$1" ] || set -- "$@" "$1" ;; *) set -- "$@" "$1" ;; esac; shift; n=$((n - 1)); done
awk 'function show(f,  l, x) { while ((getline l < f) > 0) { x = i ? tolower(l) : l; if (v ? x !~ r : x ~ r) { print (h ? f ":" : "") l; if (m) break } } close(f) }
BEGIN { for (k = 1; k < ARGC; k++) { a = ARGV[k]; if (a ~ /^::/) print "\n" a; else if (a ~ /^=/) { p = index(a, ":"); o = substr(a, 2, p - 2); r = substr(a, p + 1); i = o ~ /i/; v = o ~ /v/; h = o ~ /H/; m = o ~ /1/ } else show(a) } }' "$@"`,
    perl: `lines(${words.map(perlWord).join(', ')});`,
  };
}
