/** Digits of a registry file by type, as `regedit` writes them: `hex(7):61,00…`. */
const hexTypes: Record<string, string> = { sz: '1', expand: '2', binary: '', multi: '7', qword: 'b', none: '0' };

/** The data of a value as a registry file has it; '' for a type that there is not. Texts are written as bytes, whatever is in them. */
function dataOf(type: string, value: string): string {
  if (type === 'dword') return 'dword:' + hexNumber(parseInt(value, 10), 8);
  const digits = hexTypes[type];
  if (typeof digits !== 'string') return '';
  return 'hex' + (digits === '' ? '' : '(' + digits + ')') + ':' + broken(bytesOfValue(type, value));
}

function hexNumber(value: number, width: number): string {
  let digits = value.toString(16);
  while (digits.length < width) digits = '0' + digits;
  return digits;
}

/** Two digits each, in lower case. */
function bytesOfValue(type: string, value: string): string[] {
  if (type === 'qword') return littleEndian(value);
  if (type === 'binary' || type === 'none') {
    const bytes: string[] = [];
    for (let at = 0; at + 1 < value.length; at += 2) bytes[at / 2] = value.substring(at, at + 2);
    return bytes;
  }
  // a list ends with an empty text
  return utf16Bytes(type === 'multi' ? (value === '' ? '\0' : value.replace(/\n/g, '\0') + '\0\0') : value + '\0');
}

function utf16Bytes(text: string): string[] {
  const bytes: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i);
    bytes[2 * i] = hexNumber(code & 255, 2);
    bytes[2 * i + 1] = hexNumber(code >> 8, 2);
  }
  return bytes;
}

/** A 64-bit number in decimal digits as its eight bytes: too large for a number of the script engine. */
function littleEndian(decimal: string): string[] {
  const bytes: string[] = [];
  let left = decimal;
  for (let i = 0; i < 8; i++) {
    let quotient = '';
    let rest = 0;
    for (let at = 0; at < left.length; at++) {
      const value = rest * 10 + parseInt(left.charAt(at), 10);
      const digit = Math.floor(value / 256);
      if (quotient !== '' || digit > 0) quotient += digit;
      rest = value % 256;
    }
    bytes[i] = hexNumber(rest, 2);
    left = quotient;
  }
  return bytes;
}

function decimalOf(bytes: string[]): string {
  let digits: number[] = [0];
  for (let i = bytes.length - 1; i >= 0; i--) {
    let carry = parseInt(bytes[i], 16);
    for (let d = 0; d < digits.length; d++) {
      carry += digits[d] * 256;
      digits[d] = carry % 10;
      carry = Math.floor(carry / 10);
    }
    while (carry > 0) {
      digits = digits.concat([carry % 10]);
      carry = Math.floor(carry / 10);
    }
  }
  let text = '';
  for (let d = digits.length - 1; d >= 0; d--) text += digits[d];
  return text;
}

/** Comma-separated, in lines no longer than regedit's own. */
function broken(bytes: string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 24) {
    const line: string[] = [];
    for (let i = at; i < bytes.length && i < at + 24; i++) line[i - at] = bytes[i];
    lines[lines.length] = line.join(',');
  }
  return lines.join(',\\\r\n  ');
}

/** A value out of the export of its key. */
function exportedValue(text: string, key: string, name: string): Found {
  const kept = keepAsked(text, key, 0, [name], MOST_EXPORT).text;
  const first = lineEnd(kept, lineEnd(kept, 0));
  const raw = kept.substring(first);
  if (raw === '') return { present: false };
  const equals = raw.charAt(0) === '@' ? 1 : closingQuote(raw, 0) + 1;
  const data = raw.substring(equals + 1);
  if (data.charAt(0) === '"') {
    const value = unescaped(data.substring(1, closingQuote(data, 0)));
    return { present: true, type: 'sz', value };
  }
  const word = /^dword:([0-9a-f]+)/i.exec(data);
  if (word) return { present: true, type: 'dword', value: parseInt(word[1], 16) };
  const hex = /^hex(\(([0-9a-f]+)\))?:/i.exec(data);
  if (!hex) throw no('error', key + ' ' + name + ': ' + data.substring(0, 40));
  const bytes = data
    .substring(data.indexOf(':') + 1)
    .replace(/[^0-9a-f,]/gi, '')
    .toLowerCase()
    .split(',');
  return hexValue(hex[2] || '', bytes[0] === '' ? [] : bytes, key);
}

function hexValue(digits: string, bytes: string[], key: string): Found {
  let type = '';
  for (const each in hexTypes) if (hexTypes[each] === digits.toLowerCase()) type = each;
  switch (type) {
    case 'binary':
    case 'none':
      return { present: true, type, value: bytes.join('') };
    case 'qword':
      return { present: true, type, value: decimalOf(bytes) };
    case 'sz':
    case 'expand':
    case 'multi': {
      const units: string[] = [];
      for (let i = 0; i + 1 < bytes.length; i += 2)
        units[i / 2] = String.fromCharCode(parseInt(bytes[i], 16) + 256 * parseInt(bytes[i + 1], 16));
      const whole = units.join('').replace(/\0+$/, '');
      return { present: true, type, value: type === 'multi' ? whole.replace(/\0/g, '\n') : whole };
    }
    default:
      throw no('unsupported', key + ' has a value of the registry type ' + digits);
  }
}
