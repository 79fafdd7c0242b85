import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const open: SMTPServer[] = [];

/** Stops all that were started; for `afterEach`. */
export async function stopMailServers(): Promise<void> {
  for (const server of open.splice(0)) await new Promise<void>(done => server.close(done));
}

export interface KeptMail {
  readonly to: readonly string[];
  readonly source: string;
  readonly encrypted: boolean;
}

/** A real server on the loopback that keeps what it is sent. */
export async function mailServer(
  options: SMTPServerOptions = {},
): Promise<{ readonly mails: readonly KeptMail[]; readonly port: number }> {
  const mails: KeptMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      let source = '';
      stream.on('data', (chunk: Buffer) => (source += chunk.toString('utf8')));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(one => one.address), source, encrypted: session.secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  open.push(server);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return { mails, port: (server.server.address() as AddressInfo).port };
}
