import { describe, expect, it } from 'vitest';
import { InputError } from '../model/input-error.js';
import { serverAddress } from './server-address.js';

describe('the address of a server', () => {
  it.each([
    ['smtp', 'smtp://mail.example.com', { port: 587, encryption: 'starttls', user: undefined, loopback: false }],
    ['smtp', 'smtps://mail.example.com', { port: 465, encryption: 'tls' }],
    ['smtp', 'smtp://it%40example.com@mail.example.com:2525', { port: 2525, user: 'it@example.com' }],
    ['smtp', 'smtp://192.168.16.2?encryption=none', { encryption: 'none', loopback: false }],
    ['smtp', 'smtp://localhost', { encryption: 'none', loopback: true }],
    ['smtp', 'smtp://127.0.0.1:25', { encryption: 'none', loopback: true }],
    ['smtp', 'smtp://[::1]:25', { host: '::1', encryption: 'none' }],
    ['ldap', 'ldap://dc.example.local/', { host: 'dc.example.local', port: 389, encryption: 'starttls' }],
    ['ldap', 'ldaps://dc.example.local', { port: 636, encryption: 'tls' }],
  ] as const)('%s: %s', (kind, address, expected) => expect(serverAddress(kind, address)).toMatchObject(expected));

  it.each([
    ['smtp', 'mail.example.com', 'no address of a server'],
    ['smtp', 'http://mail.example.com', 'no address of a server'],
    ['smtp', 'ldap://mail.example.com', 'no address of a server'],
    ['smtp', 'smtp://', 'no address of a server'],
    ['smtp', 'smtp://host/path', 'no address of a server'],
    ['smtp', 'smtp://host?encryption=some', 'no address of a server'],
    ['smtp', 'smtp://host:99999', 'no address of a server'],
    ['smtp', 'smtp://it:hunter2@host', 'holds a password'],
  ] as const)('%s refuses %s', (kind, address, text) => {
    expect(() => serverAddress(kind, address)).toThrow(InputError);
    expect(() => serverAddress(kind, address)).toThrow(text);
    expect(() => serverAddress(kind, address)).not.toThrow('hunter2');
  });

  it('shows no password of an address it cannot read', () =>
    expect(() => serverAddress('smtp', 'smtp//it:hunter2@host')).not.toThrow('hunter2'));
});
