/** Length of the prefix of an IPv4 mask ("255.255.255.0") or of WMI's IPv6 one ("64"); undefined when it is no mask. */
export function prefixLength(mask: string): number | undefined {
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= 128 ? Number(mask) : undefined;
  const parts = mask.split('.').map(part => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  if (parts.length !== 4 || parts.some(part => Number.isNaN(part) || part > 255)) return undefined;
  const bits = parts.map(part => part.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined;
}

/** Addresses with their prefix lengths; an address whose mask is not one stands without. Windows' "none" (0.0.0.0) is left out. */
export function withPrefixes(addresses: readonly string[], masks: readonly string[]): readonly string[] {
  return addresses.flatMap((address, at) => {
    if (address === '0.0.0.0' || address === '::') return [];
    const length = prefixLength(masks[at] ?? '');
    return [length === undefined ? address : `${address}/${length}`];
  });
}

/** The registry's lists of addresses in one text, apart by commas or blanks. */
export function addressList(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,;]+/).filter(part => part !== '' && part !== '0.0.0.0');
}

/**
 * The machine's proxy out of `WinHttpSettings` (hexadecimal): version, counter, flags, then lengths and texts; flag 2 is "a proxy
 * is named". The layout is general knowledge; anything else is no proxy.
 */
export function winHttpProxy(hex: string): string | undefined {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length < 16 || (bytes.readUInt32LE(8) & 2) === 0) return undefined;
  const length = bytes.readUInt32LE(12);
  const text = bytes.subarray(16, 16 + length).toString('latin1');
  return length > 0 && text.length === length && /^[\x21-\x7e ]+$/.test(text) ? text : undefined;
}

/**
 * Names of the connections in a dial-up phone book (`rasphone.pbk`, `router.pbk`): sections as in an INI file. Type 2 is a VPN,
 * which does not connect a server to the Internet.
 */
export function phoneBookEntries(text: string): readonly string[] {
  const names: string[] = [];
  let name: string | undefined;
  let vpn = false;
  const end = () => {
    if (name !== undefined && !vpn) names.push(name);
  };
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (line.startsWith('[') && line.trimEnd().endsWith(']')) {
      end();
      name = line.trimEnd().slice(1, -1);
      vpn = false;
    } else if (/^Type=2\s*$/i.test(line)) vpn = true;
  }
  end();
  return names;
}
