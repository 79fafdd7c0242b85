import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import picocolors from 'picocolors';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryLog } from '../../caselog/memory-log.js';
import { keepRecording } from '../../engine/case/case-work.js';
import { readRecording } from '../../hosts/recorded/recording-text.js';
import { type PlanChoices, defaultChoices } from '../../model/plan-choices.js';
import type { PlannedMail } from '../../model/step.js';
import { mailServer, stopMailServers } from '../../testing/mail-server.js';
import { noSlapd, startSlapd } from '../../testing/slapd.js';
import type { Context } from '../context.js';
import { mailPerformer } from './mail-performer.js';

afterEach(stopMailServers);

const now = () => new Date('2026-11-24T12:00:00.000Z');
const context = (env: Context['env'] = {}): Context => ({
  terminal: {
    language: 'es',
    colors: picocolors.createColors(false),
    width: 80,
    t: text => text.es,
    print: () => Promise.resolve(),
    progress: () => undefined,
    settle: () => undefined,
  },
  env,
  version: 'test',
  now,
  signal: new AbortController().signal,
});
const window = { starts: '2026-11-28T19:00:00.000Z', ends: '2026-11-29T01:00:00.000Z', timeZone: 'Europe/Madrid' };
const ana = { address: 'ana@example.com', name: 'Ana', language: 'es' as const };
const seen = { address: 'sean@example.com', language: 'en' as const, timeZone: 'Europe/Dublin' };
const item: PlannedMail = {
  kind: 'mail',
  id: 'notify-users/mail',
  text: { en: 'x', es: 'y' },
  seconds: 1,
  to: [ana, seen],
};

/** A case whose plan was made from a recorded server. */
async function aCase(notify: Partial<PlanChoices['notify']>, withWindow = true): Promise<MemoryLog> {
  const log = new MemoryLog('case-1', { now, actor: 'ana@taller' });
  const text = readFileSync('recordings/lab-sbs2000-es.json', 'utf8');
  await keepRecording(log, readRecording(text, 'lab-sbs2000-es.json'), 'plan');
  const choices = {
    ...defaultChoices,
    ...(withWindow ? { window } : {}),
    notify: { ...defaultChoices.notify, ...notify },
  };
  await log.append({ type: 'choices-made', choices });
  return log;
}

describe('telling the users', () => {
  it('writes to each in its language and zone', async () => {
    const { mails, port } = await mailServer();
    const log = await aCase({ smtp: `smtp://127.0.0.1:${port}`, from: 'it@example.com', note: 'Llame a Luis.' });
    expect(await mailPerformer(log, context())(item)).toEqual({
      outcome: 'done',
      data: { sent: 2, refused: [], notSent: [], disabled: 0, elsewhere: [] },
    });
    const [first, second] = await Promise.all(mails.map(({ source }) => simpleParser(source)));
    expect(first?.subject).toMatch(/^Servidor \S+ fuera de servicio el 28 de noviembre de 2026$/);
    expect(first?.text).toContain('Llame a Luis.');
    expect(second?.text).toMatch(/19:00.*\(Europe\/Dublin\)/);
  });

  it('says who was refused, and that it is done all the same', async () => {
    const { port } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        address === ana.address ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
    });
    const log = await aCase({ smtp: `smtp://127.0.0.1:${port}`, from: 'it@example.com' });
    const result = await mailPerformer(log, context())(item);
    expect(result).toMatchObject({ outcome: 'done', data: { sent: 1 } });
    expect(result.data?.['refused']).toEqual([expect.stringMatching(/^ana@example\.com: .*no such user/)]);
  });

  it('takes the password from the environment', async () => {
    const { port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => (auth.password === 'it' ? done(null, { user: 1 }) : done(new Error('no'))),
    });
    const log = await aCase({ smtp: `smtp://it@127.0.0.1:${port}`, from: 'it@example.com' });
    expect((await mailPerformer(log, context({ ANTESALA_SMTP_PASSWORD: 'it' }))(item)).outcome).toBe('done');
    const wrong = await mailPerformer(log, context({ ANTESALA_SMTP_PASSWORD: 'other' }))(item);
    expect(wrong).toMatchObject({ outcome: 'failed', why: expect.stringContaining('user or password') as string });
  });

  it.each([
    ['no window', { smtp: 'smtp://127.0.0.1:1', from: 'x@example.com' }, false, /no window/],
    ['nobody answers', { smtp: 'smtp://127.0.0.1:1', from: 'x@example.com' }, true, /does not answer/],
    ['no address', { smtp: 'mail', from: 'x@example.com' }, true, /no address of a server/],
  ])('fails with words: %s', async (_title, notify, withWindow, why) => {
    const result = await mailPerformer(await aCase(notify, withWindow), context())(item);
    expect(result.outcome).toBe('failed');
    expect(result.why).toMatch(why);
  });
});

it.skipIf(noSlapd !== undefined)('writes to the users of a directory as well, to nobody twice', async () => {
  const directory = await startSlapd(
    [
      'dn: dc=example,dc=com\nobjectClass: dcObject\nobjectClass: organization\ndc: example\no: Example\n',
      ...['ana', 'luis'].map(
        uid =>
          `dn: uid=${uid},dc=example,dc=com\nobjectClass: inetOrgPerson\nsn: x\ncn: ${uid}\nmail: ${uid}@example.com\n`,
      ),
    ].join('\n'),
  );
  try {
    const { mails, port } = await mailServer();
    const { base, bindDn } = directory;
    const log = await aCase({
      smtp: `smtp://127.0.0.1:${port}`,
      from: 'it@example.com',
      ldap: { url: `ldap://127.0.0.1:${directory.port}`, base, bindDn },
    });
    const result = await mailPerformer(log, context({ ANTESALA_LDAP_PASSWORD: directory.password }))(item);
    expect(result).toMatchObject({ outcome: 'done', data: { sent: 3 } });
    expect(mails.flatMap(({ to }) => to)).toEqual(['ana@example.com', 'sean@example.com', 'luis@example.com']);
  } finally {
    await directory.stop();
  }
});
