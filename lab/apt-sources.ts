/** One repository of the machine's own apt sources. */
export interface AptSource {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
}

/** Reads apt sources in either format: one line each (`deb [options] uri suite component…`) or deb822 (`.sources`). */
export function parseAptSources(text: string): AptSource[] {
  return /^\s*(types|uris)\s*:/im.test(text) ? stanzas(text) : lines(text);
}

function lines(text: string): AptSource[] {
  return text.split('\n').flatMap(line => {
    const match = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    if (!match?.[1] || !match[2]) return [];
    return [{ uri: match[1], suite: match[2], components: words(match[3] ?? '') }];
  });
}

function stanzas(text: string): AptSource[] {
  return text.split(/\n\s*\n/).flatMap(stanza => {
    const fields = new Map<string, string>();
    for (const line of stanza.split('\n')) {
      const match = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line);
      if (match?.[1]) fields.set(match[1].toLowerCase(), match[2] ?? '');
    }
    if (!words(fields.get('types') ?? '').includes('deb') || /^no$/i.test(fields.get('enabled') ?? '')) return [];
    const components = words(fields.get('components') ?? '');
    return words(fields.get('uris') ?? '').flatMap(uri =>
      words(fields.get('suites') ?? '').map(suite => ({ uri, suite, components })),
    );
  });
}

const words = (text: string) => text.trim().split(/\s+/).filter(Boolean);

/**
 * The machine's Debian mirror, for another release: the archive (`main`) and, when the machine has one, the security
 * archive. Recognised by the suite's form (`CODENAME` and `CODENAME-security`), never by the host's name.
 */
export function debianMirror(sources: readonly AptSource[], codename: string) {
  const archive = sources.find(s => s.suite === codename && s.components.includes('main'));
  const security = sources.find(s => s.suite === `${codename}-security` && s.components.includes('main'));
  return archive ? { archive: archive.uri, security: security?.uri } : undefined;
}
