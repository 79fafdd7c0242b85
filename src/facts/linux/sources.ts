import { type Release, isOfficial, withoutPassword } from './origins.js';

/** One place packages come from, as a sources file says it. */
export interface SourceLine {
  readonly file: string;
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  readonly enabled: boolean;
}

/** Lines `file:line` of sources.list(5) files in both formats; source packages (deb-src) are left out. */
export function sourcesOf(lines: readonly string[]): readonly SourceLine[] {
  const sources: SourceLine[] = [];
  let stanza: Map<string, string> | undefined;
  let open = '';
  for (const whole of lines) {
    const at = whole.indexOf(':');
    const file = whole.slice(0, at);
    const line = whole.slice(at + 1);
    if (file !== open) {
      closeStanza(sources, open, stanza);
      stanza = undefined;
      open = file;
    }
    if (!file.endsWith('.sources')) {
      const source = oneLine(file, line);
      if (source) sources.push(source);
      continue;
    }
    if (line.trim() === '') {
      closeStanza(sources, file, stanza);
      stanza = undefined;
      continue;
    }
    stanza ??= new Map();
    const match = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line);
    if (match?.[1]) stanza.set(match[1].toLowerCase(), match[2] ?? '');
    else if (/^\s/.test(line)) stanza.set('uris', `${stanza.get('uris') ?? ''} ${line.trim()}`);
  }
  closeStanza(sources, open, stanza);
  return sources;
}

/** `deb [options] uri suite components`; a commented one was switched off, often by an earlier release upgrade. */
function oneLine(file: string, line: string): SourceLine | undefined {
  const match = /^\s*(#?)[\s#]*deb\s+(?:\[[^\]]*\]\s*)?([a-z0-9+.-]+:\S+)\s+(\S+)([^#]*)/i.exec(line);
  if (!match?.[2] || !match[3]) return undefined;
  return {
    file,
    uri: withoutPassword(match[2]),
    suite: match[3],
    components: words(match[4]),
    enabled: match[1] === '',
  };
}

function closeStanza(sources: SourceLine[], file: string, stanza: ReadonlyMap<string, string> | undefined): void {
  if (!stanza || !words(stanza.get('types')).includes('deb')) return;
  const enabled = !/^(no|false|0|off|without|disable)$/i.test(stanza.get('enabled')?.trim() ?? '');
  for (const uri of words(stanza.get('uris'))) {
    for (const suite of words(stanza.get('suites'))) {
      sources.push({ file, uri: withoutPassword(uri), suite, components: words(stanza.get('components')), enabled });
    }
  }
}

function words(text: string | undefined): string[] {
  return (text ?? '').trim().split(/\s+/).filter(Boolean);
}

const distributionHosts =
  /^[a-z0-9+.-]+:\/\/([a-z0-9-]+\.)*(debian\.org|(archive|ports|security|esm)\.ubuntu\.com|old-releases\.ubuntu\.com)(:\d+)?\//i;

/** By the Release file apt has of it, else by its host. */
export function isDistributions(source: SourceLine, releases: ReadonlyMap<string, Release> | undefined): boolean {
  const release = releases?.get(listOf(source.uri, source.suite));
  return release?.origin === undefined ? distributionHosts.test(`${source.uri}/`) : isOfficial(release);
}

/** The beginning of the name apt gives the list of an archive: scheme and account left out, some characters as %xx, `/` as `_`. */
export function listOf(uri: string, suite: string): string {
  const place = uri
    .replace(/^[a-z0-9+.-]+:(\/\/)?/i, '')
    .replace(/^[^/]*@/, '')
    .replace(/\/$/, '');
  const path = suite.endsWith('/') ? `${place}/${suite}` : `${place}/dists/${suite}/`;
  return path.replace(/_/g, '%5f').replace(/~/g, '%7e').replace(/=/g, '%3d').replaceAll('/', '_');
}
