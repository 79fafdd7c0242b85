import { identity } from '../facts/identity.js';
import { sessions as sessionsFact } from '../facts/sessions.js';
import { type Text, say } from '../i18n/text.js';
import type { Instruction } from '../model/instruction.js';
import type { Platform, Recording } from '../model/recording.js';
import type { PlannedLogOff } from '../model/step.js';
import { type Session, atWork, sessionText } from '../steps/people/at-work.js';
import { type Screens, logOffLine, messageTo } from '../steps/people/screen-lines.js';
import type { ActResult } from './acts.js';
import { batchFor } from './batch.js';
import { FactReader } from './read.js';
import { type Work, once } from './work.js';

/** Minutes before the end at which people are warned again. */
const warnAt = [30, 15, 10, 5, 2, 1] as const;

/**
 * Warns who is still at work, waits for those who leave by themselves, and at the end logs off the rest when the plan says so. Who is
 * there is asked every minute; Antesala's own session is never among them.
 */
export async function logOffPeople(item: PlannedLogOff, work: Work): Promise<ActResult> {
  const first = await whoIsThere(work);
  if ('why' in first) return { outcome: 'failed', why: first.why };
  const met = first.people.length;
  let left = first;
  let warned = Number.POSITIVE_INFINITY;
  for (let minutes = item.countdownMinutes; minutes > 0 && left.people.length > 0; minutes -= 1) {
    if (work.signal?.aborted) return { outcome: 'failed', why: 'stopped before the countdown was over' };
    const due = warned === Number.POSITIVE_INFINITY || warnAt.some(at => at >= minutes && at < warned);
    if (due) {
      warned = minutes;
      await warn(work, left, minutes);
    }
    work.tell?.({ kind: 'note', text: waiting(left.people, minutes) });
    await work.pause(60_000);
    const again = await whoIsThere(work);
    if ('why' in again) return { outcome: 'failed', why: again.why };
    left = again;
  }
  if (left.people.length > 0 && item.force) left = await logOffRest(work, left);
  const data = { met, left: left.people.map(session => sessionText(session).en) };
  if (left.people.length === 0) return { outcome: 'done', data };
  return { outcome: 'failed', why: `still at work: ${data.left.join('; ')}`, data };
}

interface There {
  readonly people: readonly Session[];
  readonly screens: Screens;
}

async function whoIsThere(work: Work): Promise<There | { readonly why: string }> {
  const recording = await work.host.gather(batches, {
    now: work.now,
    ...(work.signal ? { signal: work.signal } : {}),
  });
  const reader = new FactReader(recording);
  const reading = reader.read(sessionsFact);
  if (reading.state === 'missing') return { why: reading.why.en };
  return { people: atWork(reading.value), screens: screensOf(recording, reader) };
}

const batches = {
  windows: batchFor('windows', [identity, sessionsFact]),
  linux: batchFor('linux', [identity, sessionsFact]),
} as const satisfies Readonly<Record<Platform, unknown>>;

function screensOf({ platform }: Recording, reader: FactReader): Screens {
  const who = reader.read(identity);
  const known = who.state === 'known' ? who.value : undefined;
  const language = known?.language?.toLowerCase().startsWith('es') ? 'es' : 'en';
  return { platform, product: known?.product ?? '', language };
}

async function warn(work: Work, { people, screens }: There, minutes: number): Promise<void> {
  const text = logOffSoon(minutes)[screens.language];
  // One line reaches every terminal of Linux: it is shown once.
  const lines = [...new Set(people.flatMap(session => messageTo(screens, session, text) ?? []))];
  if (lines.length > 0)
    await once(
      work,
      lines.map((line, n) => run(`@warn-${n}`, line)),
    );
}

async function logOffRest(work: Work, there: There): Promise<There> {
  const lines = there.people.flatMap(session => logOffLine(there.screens, session) ?? []);
  if (lines.length > 0)
    await once(
      work,
      lines.map((line, n) => run(`@log-off-${n}`, line)),
    );
  // Sessions take a moment to end.
  await work.pause(5_000);
  const after = await whoIsThere(work);
  return 'why' in after ? there : after;
}

function run(id: string, line: string): Instruction {
  return { kind: 'run', id, line, timeoutSeconds: 30 };
}

const logOffSoon = (minutes: number): Text =>
  say({
    en: f =>
      `This server is about to be upgraded. Save your work and log off: in ${f.duration(minutes * 60)} you may be logged off.`,
    es: f =>
      `Este servidor se va a actualizar. Guarde su trabajo y cierre la sesión: dentro de ${f.duration(minutes * 60)} podría cerrarse.`,
  });

const waiting = (people: readonly Session[], minutes: number): Text =>
  say({
    en: f => `Still at work (${f.duration(minutes * 60)} left): ${f.list(people.map(one => sessionText(one).en))}.`,
    es: f => `Aún conectados (quedan ${f.duration(minutes * 60)}): ${f.list(people.map(one => sessionText(one).es))}.`,
  });
