import { expect, it } from 'vitest';
import { sshConnection } from './ssh-connection.js';

it.each([
  ['203.0.113.9 50412 192.168.16.2 22\r\n', { remote: '203.0.113.9', local: '192.168.16.2' }],
  ['fe80::1%eth0 50412 fe80::2%eth0 22', { remote: 'fe80::1', local: 'fe80::2' }],
  ['%SSH_CONNECTION%\r\n', undefined],
  ['', undefined],
  ['203.0.113.9 50412', undefined],
  ['a b c d', undefined],
  [undefined, undefined],
])('%j', (text, expected) => expect(sshConnection(text)).toEqual(expected));
