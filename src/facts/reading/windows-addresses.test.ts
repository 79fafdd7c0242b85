import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressList, phoneBookEntries, prefixLength, winHttpProxy, withPrefixes } from './windows-addresses.js';

describe('prefix lengths', () => {
  it.each([
    ['255.255.255.0', 24],
    ['255.255.255.255', 32],
    ['0.0.0.0', 0],
    ['255.255.254.0', 23],
    ['64', 64],
    ['128', 128],
    ['129', undefined],
    ['255.0.255.0', undefined],
    ['255.255.255', undefined],
    ['256.255.255.0', undefined],
    ['', undefined],
    ['una máscara', undefined],
  ])('%s', (mask, length) => {
    expect(prefixLength(mask)).toBe(length);
  });

  it('are those the mask was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32 }), length => {
        const bits = '1'.repeat(length).padEnd(32, '0');
        const mask = [0, 8, 16, 24].map(at => Number.parseInt(bits.slice(at, at + 8), 2)).join('.');
        expect(prefixLength(mask)).toBe(length);
      }),
    );
  });

  it('stand behind their addresses', () => {
    expect(
      withPrefixes(['192.168.16.2', 'fe80::1', '0.0.0.0', '10.0.0.1'], ['255.255.255.0', '64', '0.0.0.0']),
    ).toEqual(['192.168.16.2/24', 'fe80::1/64', '10.0.0.1']);
  });
});

describe('the registry’s ways of writing', () => {
  it('lists of addresses', () => {
    expect(addressList('10.0.0.1,10.0.0.2')).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(addressList(' 10.0.0.1 10.0.0.2 0.0.0.0')).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(addressList(undefined)).toEqual([]);
  });

  const settings = (flags: number, proxy: string, length = proxy.length) => {
    const head = Buffer.alloc(16);
    head.writeUInt32LE(0x28, 0);
    head.writeUInt32LE(flags, 8);
    head.writeUInt32LE(length, 12);
    return Buffer.concat([head, Buffer.from(proxy, 'latin1'), Buffer.alloc(8)]).toString('hex');
  };
  it('the machine’s proxy', () => {
    expect(winHttpProxy(settings(3, 'proxy.empresa.es:8080'))).toBe('proxy.empresa.es:8080');
    expect(winHttpProxy(settings(1, ''))).toBeUndefined();
    expect(winHttpProxy(settings(3, 'x', 4_000_000_000))).toBeUndefined();
    expect(winHttpProxy('zz')).toBeUndefined();
    fc.assert(fc.property(fc.string(), text => winHttpProxy(text) !== ''));
  });

  it('phone books', () => {
    const book = '[ADSL Telefónica]\r\nEncoding=1\r\nType=5\r\n\r\n[Oficina central]\r\nType=2\r\n[Módem]\nType=1\n';
    expect(phoneBookEntries(book)).toEqual(['ADSL Telefónica', 'Módem']);
    expect(phoneBookEntries('')).toEqual([]);
    fc.assert(fc.property(fc.string(), text => Array.isArray(phoneBookEntries(text))));
  });
});
