import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answersSsh, freePort, knownHosts, sshdConfig } from './sshd.js';

const plan = {
  pam: false,
  user: 'Administrador',
  port: 2200,
  variants: { banner: 2201, hang: 2202 },
  handler: '/lab/bin/win-exec',
};

describe('sshdConfig', () => {
  it('listens on loopback only, on every port', () => {
    const lines = sshdConfig({ ...plan, handlesPlain: true }).split('\n');
    expect(lines.filter(line => line.startsWith('Port '))).toEqual(['Port 2200', 'Port 2201', 'Port 2202']);
    expect(lines.filter(line => line.startsWith('ListenAddress'))).toEqual(['ListenAddress 127.0.0.1']);
  });

  it('gives each variant its manners and the rest the plain handler', () => {
    expect(
      sshdConfig({ ...plan, handlesPlain: true })
        .split('\n')
        .slice(-7, -1),
    ).toEqual([
      'Match LocalPort 2201',
      '  Banner /lab/guest/etc/banner',
      'Match LocalPort 2202',
      '  ForceCommand /lab/bin/win-exec hang',
      'Match all',
      '  ForceCommand /lab/bin/win-exec plain',
    ]);
  });

  it("leaves the plain port to the user's shell when there is no handler for it", () => {
    expect(sshdConfig({ ...plan, handlesPlain: false })).not.toContain('Match all');
  });
});

it('knownHosts names every port', () => {
  expect(knownHosts('ssh-ed25519 AAAA comment\n', [1, 2])).toBe(
    '[127.0.0.1]:1 ssh-ed25519 AAAA\n[127.0.0.1]:2 ssh-ed25519 AAAA\n',
  );
});

describe('answersSsh', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());
  const serve = (greet: (socket: Socket) => void) =>
    new Promise<number>(resolve => {
      server = createServer(greet).listen(0, '127.0.0.1', () => {
        const address = server?.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });

  it.each<[string, (socket: Socket) => void, boolean]>([
    ['a greeting', socket => void socket.end('SSH-2.0-OpenSSH\r\n'), true],
    ['another greeting', socket => void socket.end('220 mail ready\r\n'), false],
    ['an end without a word', socket => void socket.end(), false],
    ['silence', socket => void socket.on('error', () => undefined), false],
  ])('%s', async (_name, greet, expected) => {
    expect(await answersSsh(await serve(greet), 200)).toBe(expected);
  });

  it('nobody there', async () => {
    expect(await answersSsh(await freePort())).toBe(false);
  });
});

it('freePort avoids a port that is taken', async () => {
  const server = createServer();
  const taken = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  expect(await freePort(taken)).not.toBe(taken);
  server.close();
});
