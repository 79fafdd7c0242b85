import type { Text } from '../i18n/text.js';
import type { Requirements, Source, UpgradePath } from '../model/path.js';

interface Details {
  readonly notes?: readonly Text[];
  readonly requires?: Requirements;
  readonly sources: readonly Source[];
  readonly usual?: boolean;
}

/** An upgrade on the same machine. */
export function inPlace(from: string, to: string, details: Details): UpgradePath {
  return way('in-place', from, to, details);
}

/** No in-place way: another machine is set up and the data moved. */
export function migrate(from: string, to: string, details: Details): UpgradePath {
  return way('migrate', from, to, details);
}

function way(
  kind: UpgradePath['kind'],
  from: string,
  to: string,
  { notes, requires, sources, usual }: Details,
): UpgradePath {
  return {
    id: `${from}-${to}`,
    from,
    to,
    kind,
    notes: notes ?? [],
    requires: requires ?? { sources: [] },
    sources,
    ...(usual ? { usual } : {}),
  };
}
