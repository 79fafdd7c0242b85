import type { Text } from '../i18n/text.js';

/** Whose word a statement is: the vendor's page, a community source, what somebody derived, or nobody's (then it is policy or common practice). */
export type Proof = 'vendor' | 'community' | 'derived' | 'unverified';

/** What a statement rests on: a page or book by its own title, or our own word in every language. */
export type Source = Published | Own;

interface Published {
  readonly title: string;
  /** Address of a public page, where there is one. */
  readonly url?: string;
  readonly proof: 'vendor' | 'community';
}

interface Own {
  readonly title: Text;
  readonly url?: never;
  readonly proof: 'derived' | 'unverified';
}

/** A product that can be upgraded, or upgraded to. */
export interface Product {
  /** `ws2012r2`, `sbs2000`, `debian12`, `ubuntu22.04`. */
  readonly id: string;
  readonly name: string;
  readonly family: 'windows-server' | 'small-business-server' | 'essentials' | 'debian' | 'ubuntu';
  /** ISO days. `ends` is the last day anybody gets free security updates; `extended` what costs extra or is limited (ESU, LTS, ESM). */
  readonly support: { readonly ends: string; readonly extended?: { readonly name: string; readonly ends: string } };
  readonly sources: readonly Source[];
}

/** What the target asks of the machine; a requirement that is absent is not judged. */
export interface Requirements {
  readonly systemFreeBytes?: number;
  readonly bootFreeBytes?: number;
  readonly memoryBytes?: number;
  readonly recommendedMemoryBytes?: number;
  readonly cpuMegahertz?: number;
  readonly maxProcessors?: number;
  readonly cpuFeatures?: readonly string[];
  readonly architectures?: readonly string[];
  /** Lowest forest/domain functional level (msDS-Behavior-Version) for a domain controller of the target. */
  readonly forestLevel?: number;
  readonly domainLevel?: number;
  /** SYSVOL must be replicated by DFSR. */
  readonly sysvolDfsr?: boolean;
  /** Where each figure comes from. */
  readonly sources: readonly Source[];
}

/** One way from a product to another. */
export interface UpgradePath {
  /** `<from>-<to>`, e.g. `ws2012r2-ws2025`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /**
   * Judged when nobody names a path, although its target is out of support: the upgrade that Antesala's method was written for.
   */
  readonly usual?: boolean;
  /** `migrate`: there is no in-place way, the honest answer is another machine. */
  readonly kind: 'in-place' | 'migrate';
  /** What must be known about this way, beyond the requirements. */
  readonly notes: readonly Text[];
  readonly requires: Requirements;
  readonly sources: readonly Source[];
}
