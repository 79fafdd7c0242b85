import { setTimeout as pause } from 'node:timers/promises';
import { type Course, aim } from './aims.js';
import { run } from './run.js';
import type { KillSite, States } from './site.js';
import { Tally } from './tally.js';

export interface RoundsOptions {
  /** Goes on until so many kills have struck. */
  readonly kills: number;
  /** Rounds before another case is begun. */
  readonly roundsACase: number;
  /** Ends with a round in which the items that take minutes are planned too. */
  readonly withSlow?: boolean;
  readonly tell?: (line: string) => void;
}

type Command = 'prepare' | 'put-back';

/** What is killed in a round, before all is put back. */
const killedPrepare = { command: 'prepare', killed: true } as const;
const killedPutBack = { command: 'put-back', killed: true } as const;
const shapes: readonly (readonly { readonly command: Command; readonly killed: boolean }[])[] = [
  [killedPrepare],
  [killedPrepare, killedPrepare, killedPutBack],
  [{ command: 'prepare', killed: false }, killedPutBack, killedPutBack],
  [killedPrepare, killedPutBack],
  [killedPrepare, killedPrepare, killedPrepare, killedPutBack, killedPutBack, killedPutBack],
  [killedPrepare, killedPutBack, killedPrepare, killedPutBack],
];

/** How long putting back is tried until it says that all is back; the slow ones wait until systemd ends a unit that refuses to stop. */
const patience = { usual: { seconds: 180, pause: 2 }, slow: { seconds: 1200, pause: 45 } } as const;

/**
 * Prepares and puts back again and again, and kills the controller, the link and the program on the server; after each round all is put back
 * and compared with how it was at first.
 */
export async function killRounds(site: KillSite, options: RoundsOptions): Promise<Tally> {
  const tally = new Tally();
  await site.newCase(false);
  const first = await site.look();
  const courses = { prepare: await whole(site, 'prepare'), 'put-back': await whole(site, 'put-back') };
  options.tell?.(`${site.guest.name}: ${first.size} resources; undisturbed ${JSON.stringify(courses)}`);
  tally.compared('undisturbed', first, await site.look());
  for (let n = 0; tally.kills < options.kills; n += 1) {
    if (n > 0 && n % options.roundsACase === 0) {
      await closeCase(site, tally);
      await site.newCase(false);
    }
    await round(site, tally, { first, courses, shape: shapes[n % shapes.length] ?? [], patient: patience.usual });
    options.tell?.(`${site.guest.name}: ${tally.summary()}`);
  }
  await closeCase(site, tally);
  if (options.withSlow && site.guest.slow.length > 0) {
    await site.newCase(true);
    await round(site, tally, { first: await site.look(), courses, shape: shapes[0] ?? [], patient: patience.slow });
    await closeCase(site, tally);
    options.tell?.(`${site.guest.name}, with what takes minutes: ${tally.summary()}`);
  }
  return tally;
}

interface Round {
  readonly first: States;
  readonly courses: Readonly<Record<Command, Course>>;
  readonly shape: (typeof shapes)[number];
  readonly patient: { readonly seconds: number; readonly pause: number };
}

async function round(site: KillSite, tally: Tally, { first, courses, shape, patient }: Round): Promise<void> {
  const begun = performance.now();
  const what: string[] = [];
  for (const { command, killed } of shape) {
    const aimed = killed ? aim(tally.aimed, courses[command]) : undefined;
    const ran = await run(site, command, aimed);
    tally.ran(command, aimed, ran);
    what.push(`${command} ${JSON.stringify(aimed) ?? ''} ${ran.killed ?? 'not hit'} exit ${ran.exit}`);
  }
  const until = performance.now() + patient.seconds * 1000;
  for (let turn = 1; ; turn += 1) {
    const { exit, err } = await run(site, 'put-back');
    tally.putBack(turn, exit, err);
    if (exit === 0 || performance.now() > until) break;
    what.push(`put-back exit ${exit}: ${err.slice(-400)}`);
    await pause(patient.pause * 1000);
  }
  tally.compared(`${site.case}, ${new Date().toISOString()}: ${what.join('; ')}`, first, await site.look());
  const { exit, out } = await site.start('verify', site.case).ended;
  tally.verified(exit, `${site.case}: ${out}`);
  tally.rounds += 1;
  tally.milliseconds += performance.now() - begun;
}

/** What a command that nobody disturbs comes to. */
async function whole(site: KillSite, command: Command): Promise<Course> {
  const { exit, err, events, messages, milliseconds } = await run(site, command);
  if (exit !== 0) throw new Error(`${command} ended with ${exit}: ${err}`);
  return { events, messages, milliseconds };
}

async function closeCase(site: KillSite, tally: Tally): Promise<void> {
  tally.closed(site.log, await site.unexpected());
}
