import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { mailServer, stopMailServers } from '../testing/mail-server.js';
import { selfSignedFor } from '../testing/tls.js';
import { NotifyError } from './notify-error.js';
import { type MailMessage, sendNotices } from './send-notices.js';

afterEach(stopMailServers);

const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const message = (address: string, more: Partial<MailMessage> = {}): MailMessage => ({
  to: { address },
  subject: 'Servidor fuera de servicio',
  text: 'Guarde su trabajo.',
  calendar,
  ...more,
});
const kindOf = async (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof NotifyError ? error.kind : String(error)),
  );

describe('sending notices', () => {
  it('brings each person a message of its own, with the calendar', async () => {
    const { mails, port } = await mailServer();
    const sent = await sendNotices({ url: `smtp://127.0.0.1:${port}`, from: 'it@example.com' }, [
      message('ana@example.com', {
        to: { address: 'ana@example.com', name: 'Ana "la jefa" Muñoz & Cía <x@y>\r\nBcc: all@example.com' },
        subject: 'El 28, a las 20:00: 100 %\r\nX-Bad: 1',
      }),
      message('luis@example.com'),
    ]);
    expect(sent).toEqual([
      { address: 'ana@example.com', outcome: 'sent' },
      { address: 'luis@example.com', outcome: 'sent' },
    ]);
    expect(mails.map(({ to }) => to)).toEqual([['ana@example.com'], ['luis@example.com']]);
    const mail = await simpleParser(mails[0]?.source ?? '');
    expect(mail.subject).toBe('El 28, a las 20:00: 100 % X-Bad: 1');
    expect([mail.headers.has('x-bad'), mail.headers.has('bcc')]).toEqual([false, false]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.text?.trim()).toBe('Guarde su trabajo.');
    const file = mail.attachments.find(({ filename }) => filename === 'antesala.ics');
    expect(file?.content.toString()).toBe(calendar);
  });

  it('reports the one of ten who is refused, and sends to the others', async () => {
    const { mails, port } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('u7') ? done(Object.assign(new Error('No such user'), { responseCode: 550 })) : done(),
    });
    const addresses = Array.from({ length: 10 }, (_, n) => `u${n}@example.com`);
    const sent = await sendNotices(
      { url: `smtp://127.0.0.1:${port}`, from: 'it@example.com' },
      addresses.map(one => message(one)),
    );
    expect(sent.map(({ outcome }) => outcome)).toEqual(addresses.map((_, n) => (n === 7 ? 'refused' : 'sent')));
    expect(sent[7]?.why).toContain('No such user');
    expect(mails).toHaveLength(9);
  });

  it('says which were not sent when the server goes in the middle', async () => {
    let met = 0;
    const { port } = await mailServer({
      onMailFrom: (_address, _session, done) => {
        met += 1;
        if (met < 3) return done();
        return done(Object.assign(new Error('shutting down'), { responseCode: 421 }));
      },
    });
    const sent = await sendNotices(
      { url: `smtp://127.0.0.1:${port}`, from: 'it@example.com', timeoutSeconds: 5 },
      ['a', 'b', 'c', 'd'].map(one => message(`${one}@example.com`)),
    );
    expect(sent.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'not-sent', 'not-sent']);
  });

  it('says that nobody answers, before anything is sent', async () => {
    const { port } = await mailServer();
    await stopMailServers();
    expect(
      await kindOf(sendNotices({ url: `smtp://127.0.0.1:${port}`, from: 'x@example.com' }, [message('a@b')])),
    ).toBe('unreachable');
  });

  it.each([
    ['right', 'it', 'sent'],
    ['wrong', 'no', 'login'],
  ])('logs in with the %s password', async (_title, password, expected) => {
    const { port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => (auth.password === 'it' ? done(null, { user: 1 }) : done(new Error('no'))),
    });
    const url = `smtp://it@127.0.0.1:${port}`;
    expect(await kindOf(sendNotices({ url, password, from: 'x@example.com' }, [message('a@b.c')]))).toBe(expected);
  });
});

describe('encryption', () => {
  // 0.0.0.0 leads to this computer and is no loopback address, so that the rules for other computers hold
  const tls = selfSignedFor('IP:0.0.0.0');

  it('is begun before anything is said', async () => {
    const { mails, port } = await mailServer({ ...tls, secure: false });
    await sendNotices({ url: `smtp://0.0.0.0:${port}`, from: 'x@example.com', ca: tls.cert }, [message('a@b.c')]);
    expect(mails.map(({ encrypted }) => encrypted)).toEqual([true]);
  });

  it.each([
    ['the server has none', { disabledCommands: ['STARTTLS'] }, 'smtp', tls.cert, 'unsafe'],
    ['nobody we trust signed it', tls, 'smtp', undefined, 'unsafe'],
    ['nobody we trust signed it', { ...tls, secure: true }, 'smtps', undefined, 'unsafe'],
    ['from the first byte', { ...tls, secure: true }, 'smtps', tls.cert, 'sent'],
  ] as const)('%s (%#)', async (_title, options, scheme, ca, expected) => {
    const { mails, port } = await mailServer({
      ...options,
      disabledCommands: [...('disabledCommands' in options ? options.disabledCommands : [])],
    });
    const server = { url: `${scheme}://0.0.0.0:${port}`, from: 'x@example.com', ...(ca === undefined ? {} : { ca }) };
    expect(await kindOf(sendNotices(server, [message('a@b.c')]))).toBe(expected);
    expect(mails).toHaveLength(expected === 'sent' ? 1 : 0);
  });

  it('is left out when somebody says so', async () => {
    const { mails, port } = await mailServer({ disabledCommands: ['STARTTLS'] });
    await sendNotices({ url: `smtp://0.0.0.0:${port}?encryption=none`, from: 'x@example.com' }, [message('a@b.c')]);
    expect(mails.map(({ encrypted }) => encrypted)).toEqual([false]);
  });
});
