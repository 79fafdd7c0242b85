/** What the registry says of the product, as far as it was read. */
export interface ProductSigns {
  readonly build: number | undefined;
  /** "5.0", "5.2", "6.3". */
  readonly version: string | undefined;
  /** EditionID: Windows Server 2008 and later. */
  readonly editionId: string | undefined;
  readonly productName: string | undefined;
  readonly caption: string | undefined;
  /** Win32_OperatingSystem.OtherTypeDescription: "R2" on Windows Server 2003 R2. */
  readonly otherType: string | undefined;
  readonly suites: readonly string[];
  /** ProductType of the registry: WinNT is a workstation, which is none of our products. */
  readonly workstation: boolean;
}

type SmallBusiness = 'live' | 'converted' | 'none';

/** A build is a product's from here on; service packs and updates of Windows Server 2008 and 2008 R2 change the number. */
const servers: readonly { readonly from: number; readonly to: number; readonly id: string }[] = [
  { from: 1381, to: 1381, id: 'nt4' },
  { from: 2195, to: 2195, id: 'ws2000' },
  { from: 3790, to: 3790, id: 'ws2003' },
  { from: 6001, to: 6003, id: 'ws2008' },
  { from: 7600, to: 7601, id: 'ws2008r2' },
  { from: 9200, to: 9200, id: 'ws2012' },
  { from: 9600, to: 9600, id: 'ws2012r2' },
  { from: 14393, to: 14393, id: 'ws2016' },
  { from: 17763, to: 17763, id: 'ws2019' },
  { from: 20348, to: 20348, id: 'ws2022' },
  { from: 26100, to: 26100, id: 'ws2025' },
];

/** Small Business Servers by the Windows below them. */
const smallBusinessServers: Readonly<Record<string, string>> = {
  nt4: 'sbs45',
  ws2000: 'sbs2000',
  ws2003: 'sbs2003',
  ws2003r2: 'sbs2003r2',
  ws2008: 'sbs2008',
  ws2008r2: 'sbs2011',
};

/** Essentials of 2022 and 2025 is Standard under another licence: no product of its own. */
const essentialsServers: Readonly<Record<string, string>> = {
  ws2008r2: 'sbs2011',
  ws2012: 'wse2012',
  ws2012r2: 'wse2012r2',
  ws2016: 'wse2016',
  ws2019: 'wse2019',
};

/**
 * Whether the Small Business licence is in force. The suite `Small Business(Restricted)` says so, `Small Business` alone that the
 * server was one once (Microsoft, Win32_OperatingSystem.OSProductSuite, bits 5 and 0). From 2008 on the edition says it itself.
 */
export function smallBusinessOf({ suites, editionId, productName, caption }: ProductSigns): SmallBusiness {
  const lower = new Set(suites.map(suite => suite.toLowerCase().replaceAll(' ', '')));
  if (editionId !== undefined) {
    const named = /small business server/i.test(`${productName ?? ''} ${caption ?? ''}`);
    return /^serversbs/i.test(editionId) || named ? 'live' : 'none';
  }
  if (lower.has('smallbusiness(restricted)')) return 'live';
  return lower.has('smallbusiness') ? 'converted' : 'none';
}

/** The edition: by EditionID where there is one, else by the suites (values in Geoff Chappell's table of ProductSuite). */
export function editionOf(signs: ProductSigns): string | undefined {
  const { editionId, suites, workstation } = signs;
  if (workstation) return undefined;
  if (editionId !== undefined) return editions.find(([pattern]) => pattern.test(editionId))?.[1];
  const lower = suites.map(suite => suite.toLowerCase().replaceAll(' ', ''));
  // Standard or Premium is what is on the other discs of Small Business Server: Windows does not tell
  if (smallBusinessOf(signs) === 'live') return undefined;
  if (lower.includes('datacenter')) return 'datacenter';
  if (lower.includes('enterprise')) return 'enterprise';
  if (lower.includes('blade')) return 'web';
  if (lower.includes('storageserver')) return 'storage';
  return 'standard';
}

/** EditionID without its endings for Core, evaluation and "without Hyper-V". */
const editions: readonly (readonly [RegExp, string])[] = [
  [/^ServerSBSPremium/i, 'premium'],
  [/^ServerSBS/i, 'standard'],
  [/^Server(Solution|WinSB|Essential)/i, 'essentials'],
  [/^Server(Datacenter|Turbine|Azure)/i, 'datacenter'],
  [/^ServerEnterprise/i, 'enterprise'],
  [/^ServerStorage|^StorageServer/i, 'storage'],
  [/^ServerFoundation/i, 'foundation'],
  [/^ServerWeb/i, 'web'],
  [/^ServerStandard/i, 'standard'],
];

/** Id in the catalogue of products; undefined for a workstation or a build that belongs to no release. */
export function productOf(signs: ProductSigns): string | undefined {
  if (signs.workstation || signs.build === undefined) return undefined;
  const { build } = signs;
  const found = servers.find(server => build >= server.from && build <= server.to)?.id;
  if (found === undefined) return undefined;
  const base = found === 'ws2003' && isRelease2(signs) ? 'ws2003r2' : found;
  if (editionOf(signs) === 'essentials') return essentialsServers[base] ?? base;
  return smallBusinessOf(signs) === 'live' ? (smallBusinessServers[base] ?? base) : base;
}

/** The second disc of 2003 R2 leaves its name; the build stays 3790. */
function isRelease2({ productName, caption, otherType }: ProductSigns): boolean {
  return /\bR2\b/.test(`${productName ?? ''} ${caption ?? ''} ${otherType ?? ''}`);
}
