import { say } from '../i18n/text.js';
import type { Source } from '../model/path.js';

/**
 * Service names as NetExec's module enum_av and lists in public repositories give them: nobody's word but the community's, and they
 * change by version, so that a name nobody knows proves no absence.
 */
export const communityList: Source = {
  title: 'NetExec enum_av and public lists of service names',
  url: 'https://github.com/Pennyw0rth/NetExec',
  proof: 'community',
};

/** Names that no list read has. */
export const remembered: Source = {
  title: say({
    en: 'Names as remembered; no list that was read has them',
    es: 'Nombres recordados; no están en ninguna lista leída',
  }),
  proof: 'unverified',
};

/** The product's own documentation or the distribution's package page names the unit or package. */
export function linuxDocs(title: string, url: string): Source {
  return { title, url, proof: 'vendor' };
}
