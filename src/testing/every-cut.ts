import type { Breakage } from '../hosts/failing/failing-host.js';
import { type Life, type Run, type World, live, wrongs } from './twin.js';

/** How often a life was cut, and what was wrong afterwards. */
export interface EveryCut {
  /** Events, trips and instructions of a life without a cut: preparing, putting back. */
  readonly counts: Life['counts'];
  readonly kills: number;
  readonly brokenLinks: number;
  /** What was not as before although nobody else did anything, with the cut that brought it about. */
  readonly wrongs: readonly string[];
}

/**
 * Lives one life for every point at which a preparation or putting back can be cut: the controller killed before and after every event, the
 * link lost and the controller killed before and after every trip and every instruction. After a cut in the preparation it is put back at
 * once, and in a second life the preparation is run again first.
 */
export async function everyCut(world: World): Promise<EveryCut> {
  const whole = await live(world, { prepares: [{}] });
  const found = (await wrongs(whole)).map(wrong => `not cut: ${wrong}`);
  const [prepare, putBack] = whole.counts;
  let kills = 0;
  let brokenLinks = 0;
  const tryCut = async (where: string, run: Run, course: Parameters<typeof live>[1]): Promise<void> => {
    if (run.breakages?.some(({ breaks }) => breaks === 'link')) brokenLinks += 1;
    else kills += 1;
    for (const wrong of await wrongs(await live(world, course))) found.push(`${where}: ${wrong}`);
  };
  for (const [where, run] of cutsOf(prepare)) {
    await tryCut(`preparing, ${where}`, run, { prepares: [run] });
    await tryCut(`preparing twice, ${where}`, run, { prepares: [run, {}] });
  }
  for (const [where, run] of cutsOf(putBack)) {
    await tryCut(`putting back, ${where}`, run, { prepares: [{}], putBacks: [run] });
  }
  return { counts: whole.counts, kills, brokenLinks, wrongs: found };
}

function cutsOf(counts: Life['counts'][number] | undefined): readonly (readonly [where: string, run: Run])[] {
  const { events = 0, trips = 0, instructions = 0 } = counts ?? {};
  const sides = ['before', 'after'] as const;
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  const atEvents = upTo(events).flatMap(n =>
    sides.map(when => [`killed ${when} event ${n}`, { cut: { n, when } }] as const),
  );
  const breakages = (at: Breakage['at'], length: number) =>
    upTo(length).flatMap(n =>
      sides.flatMap(when =>
        (['link', 'controller'] as const).map(
          breaks => [`${breaks} lost ${when} ${at} ${n}`, { breakages: [{ at, n, breaks, when }] }] as const,
        ),
      ),
    );
  return [...atEvents, ...breakages('trip', trips), ...breakages('instruction', instructions)];
}
