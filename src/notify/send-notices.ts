import nodemailer from 'nodemailer';
import { isLost, mailServerError } from './mail-server-error.js';
import { serverAddress } from './server-address.js';

/** A message to one person, in plain text, with an entry for the calendar. */
export interface MailMessage {
  readonly to: { readonly address: string; readonly name?: string };
  readonly subject: string;
  readonly text: string;
  /** An `.ics` file. */
  readonly calendar: string;
}

export interface MailServer {
  /** `smtp://user@host:port`, `smtps://…`. */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
  /** From the environment or asked for; never kept. */
  readonly password?: string;
  /** A certificate authority of one's own (PEM). */
  readonly ca?: string;
  readonly timeoutSeconds?: number;
}

/** `not-sent`: the server was lost before; the message may be sent again. */
export interface SentTo {
  readonly address: string;
  readonly outcome: 'sent' | 'refused' | 'not-sent';
  /** In the server's words. */
  readonly why?: string;
}

/**
 * Sends each message by itself, over one connection, so that a recipient who is refused concerns nobody else.
 *
 * @returns one outcome a message, in their order
 * @throws NotifyError when the server cannot be used at all: then nothing was sent
 * @throws InputError when the server's address is none
 */
export async function sendNotices(server: MailServer, messages: readonly MailMessage[]): Promise<readonly SentTo[]> {
  const address = serverAddress('smtp', server.url);
  const patience = (server.timeoutSeconds ?? 20) * 1000;
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    host: address.host,
    port: address.port,
    secure: address.encryption === 'tls',
    requireTLS: address.encryption === 'starttls',
    // this computer's own server may offer it with a certificate nobody signed: there is nothing to protect on the way
    ignoreTLS: address.encryption === 'none',
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(address.user === undefined ? {} : { auth: { user: address.user, pass: server.password ?? '' } }),
    ...(server.ca === undefined ? {} : { tls: { ca: server.ca } }),
  });
  try {
    await transport.verify().catch((error: unknown) => {
      throw mailServerError(error, address.host);
    });
    const sent: SentTo[] = [];
    let lost: string | undefined;
    for (const message of messages) {
      const { address: to } = message.to;
      if (lost !== undefined) {
        sent.push({ address: to, outcome: 'not-sent', why: lost });
        continue;
      }
      try {
        await transport.sendMail(mailOf(server.from, message));
        sent.push({ address: to, outcome: 'sent' });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (isLost(error)) lost = why;
        sent.push({ address: to, outcome: isLost(error) ? 'not-sent' : 'refused', why });
      }
    }
    return sent;
  } finally {
    transport.close();
  }
}

function mailOf(from: string, { to, subject, text, calendar }: MailMessage) {
  return {
    from,
    to: { address: to.address, name: to.name ?? '' },
    subject,
    text,
    icalEvent: { method: 'PUBLISH', filename: 'antesala.ics', content: calendar },
    // RFC 3834: so that nobody's out-of-office answers
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
