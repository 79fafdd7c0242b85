import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { same } from '../i18n/text.js';
import { defaultChoices } from '../model/plan-choices.js';
import type { PlannedMail } from '../model/step.js';
import { mailPeople } from './mail-people.js';

/** A real mail server on the loopback that takes everybody but one. */
async function aMailServer(): Promise<{ readonly port: number; readonly received: string[]; close(): void }> {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('nobody') ? done(new Error('no such user here')) : done(),
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        received.push(...session.envelope.rcptTo.map(one => one.address));
        done();
      });
    },
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, received, close: () => server.close() };
}

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach(one => one.close()));

const item = (addresses: readonly string[]): PlannedMail => ({
  kind: 'mail',
  id: 'notify-users/mail',
  text: same('M'),
  seconds: 5,
  to: addresses.map(address => ({ address, language: 'es' })),
});

const settings = (port: number) => ({
  choices: {
    ...defaultChoices,
    window: { starts: '2027-01-15T20:00:00.000Z', ends: '2027-01-16T02:00:00.000Z', timeZone: 'Europe/Madrid' },
    notify: { ...defaultChoices.notify, smtp: `smtp://127.0.0.1:${port}`, from: 'taller@example.org' },
  },
  server: 'SERVIDOR',
  language: 'es' as const,
  now: () => new Date('2027-01-14T10:00:00Z'),
});

describe('writing to people', () => {
  it('tells who was reached and who was not; one that is refused keeps nobody from being told', async () => {
    const server = await aMailServer();
    open.push(server);
    const ten = ['ana', 'luis', 'nobody', 'eva', 'paz', 'juan', 'rosa', 'iker', 'noa', 'sol'].map(
      n => `${n}@example.org`,
    );
    const result = await mailPeople(item([...ten, 'ANA@example.org']), settings(server.port));
    expect(result).toMatchObject({
      outcome: 'done',
      data: { notReached: [expect.stringContaining('nobody@example.org')] },
    });
    expect(server.received).toHaveLength(9);
  });

  it.each([
    ['nobody answers', 1, ['ana@example.org']],
    ['there is nobody to write to', 25, []],
  ] as const)('fails when %s', async (_, port, to) =>
    expect(await mailPeople(item(to), settings(port))).toMatchObject({ outcome: 'failed' }),
  );

  it('fails when every recipient is refused', async () => {
    const server = await aMailServer();
    open.push(server);
    expect(await mailPeople(item(['nobody@example.org']), settings(server.port))).toMatchObject({
      outcome: 'failed',
      data: { reached: [] },
    });
  });
});
