import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { listeningPortsOnLinux } from './listening-ports.linux.js';

/** Debian 12, recorded and shortened. */
const recorded = `
::range
32768\t60999

::sockets
tcp 00000000:0016 root
tcp 0100007F:1538 postgres
tcp 0100007F:A9EF root
tcp6 00000000000000000000000000000000:0016 root
tcp6 00000000000000000000000001000000:1538 postgres
tcp6 000080FE00000000FF005450B6AD1DFE:0050 www-data
udp 00000000:0044 root
udp 0201A8C0:007B ntpsec
udp 0100007F:007B ntpsec
udp 00000000:CA6C root
udp 00000000:D3A1 999
`;

const read = (sockets: string) => valueWith(listeningPortsOnLinux, { sockets: text(sockets) });
const port = (name: string, more: object) => {
  const [protocol, number] = name.split(' ');
  return { name, protocol, port: Number(number), addresses: ['*'], local: false, owners: ['root'], ...more };
};

describe('listening ports of a Linux server', () => {
  it('Debian 12 (recorded)', () => {
    expect(read(recorded)).toEqual({
      ports: [
        port('tcp 22', {}),
        port('udp 68', {}),
        port('udp 123', { addresses: ['127.0.0.1', '192.168.1.2'], owners: ['ntpsec'] }),
        port('tcp 5432', { addresses: ['127.0.0.1', '::1'], local: true, owners: ['postgres'] }),
        // WireGuard's: in the range of those the system chooses, and not chosen by it
        port('udp 51820', {}),
      ],
      dynamic: [port('tcp 43503', { addresses: ['127.0.0.1'], local: true })],
    });
  });

  it.each([
    ['tcp6 B80D0120000000000000000001000000:01BB root', '2001:db8::1'],
    ['tcp6 0000000000000000FFFF00000100007F:01BB root', '::ffff:7f00:1'],
    ['tcp 0101A8C0:01BB root', '192.168.1.1'],
  ])('%s', (line, address) =>
    expect(read(`\n::sockets\n${line}\n`).ports).toMatchObject([{ name: 'tcp 443', addresses: [address] }]),
  );

  it('knows the server itself under a mapped address', () =>
    expect(read('\n::sockets\ntcp6 0000000000000000FFFF00000100007F:01BB root\n').ports).toMatchObject([
      { local: true },
    ]));

  it('follows the range that is set', () =>
    expect(read('\n::range\n20000 20010\n::sockets\ntcp 00000000:4E20 x\ntcp 00000000:C001 y\n')).toMatchObject({
      ports: [{ port: 49_153 }],
      dynamic: [{ port: 20_000 }],
    }));

  it('is missing when the tables could not be read, and empty when nothing listens', () => {
    expect(reasonWith(listeningPortsOnLinux, { sockets: denied }).es).toContain('permiso');
    expect(reasonWith(listeningPortsOnLinux, { sockets: text('') }).en).toContain('not the one expected');
    expect(read('\n::sockets\n')).toEqual({ ports: [], dynamic: [] });
  });

  it('survives anything', () => {
    expect(() => survivesAnything(listeningPortsOnLinux, [recorded])).not.toThrow();
  });
});
