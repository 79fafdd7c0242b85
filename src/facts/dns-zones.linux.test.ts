import { expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { dnsZonesOnLinux } from './dns-zones.linux.js';

const bind = `
::bind
zone "empresa.example" {
  type master;
zone "16.168.192.in-addr.arpa" { type slave; file "/var/cache/bind/db.192"; };
zone correo.example IN {
    type forward;
zone "." {
\ttype hint;
zone "localhost" {
\ttype master;
zone "127.in-addr.arpa" {
\ttype master;
zone "empresa.example" {
  type master;
`;

const read = (printed: string) => valueWith(dnsZonesOnLinux, { settings: text(printed) });

it('zones of BIND, without those that Debian brings', () =>
  expect(read(bind)).toEqual([
    { name: 'empresa.example', kind: 'primary', inDirectory: undefined },
    { name: '16.168.192.in-addr.arpa', kind: 'secondary', inDirectory: undefined },
    { name: 'correo.example', kind: 'forward', inDirectory: undefined },
  ]));

it('none without a DNS server', () => expect(read('\n::bind\n')).toEqual([]));

it('are missing when the files could not be asked for', () =>
  expect(reasonWith(dnsZonesOnLinux, { settings: denied }).es).toContain('permiso'));

it('survives anything', () => {
  expect(() => survivesAnything(dnsZonesOnLinux, [bind])).not.toThrow();
});
