import { readFileSync } from 'node:fs';
import { labDir, layout } from '../lab/paths.js';
import { readState } from '../lab/state.js';
import { plainTable } from '../src/report/table.js';
import { guests } from '../src/testing/kills/guests.js';
import { killPlaces } from '../src/testing/kills/places.js';
import { killRounds } from '../src/testing/kills/rounds.js';
import { KillSite } from '../src/testing/kills/site.js';
import type { Tally } from '../src/testing/kills/tally.js';

/** Kills a guest, and a round with what takes minutes to stop; ANTESALA_KILLS says otherwise. */
const usual = 'debian-systemd=150,sbs2000-es=60,slow';

/** Kills what prepares and puts back real servers of the lab, at once on all that are up, and compares them with how they were at first. */
export async function benchKills(folder: string): Promise<string> {
  const wanted = new Map(
    (process.env['ANTESALA_KILLS'] ?? usual).split(',').map(one => {
      const [name = '', kills = ''] = one.split('=');
      return [name, Number(kills)] as const;
    }),
  );
  const state = readState(layout(labDir()).state);
  const chosen = guests.filter(({ name }) => (wanted.get(name) ?? 0) > 0);
  const up = chosen.filter(({ name }) => state[name]);
  const down = chosen.filter(({ name }) => !state[name]);
  const load = readFileSync('/proc/loadavg', 'latin1').split(' ')[0];
  const done = await Promise.all(
    up.map(async guest => {
      const site = await KillSite.open(guest, folder);
      try {
        const options = { kills: wanted.get(guest.name) ?? 0, roundsACase: 8, withSlow: wanted.has('slow') };
        return told(guest.name, await killRounds(site, { ...options, tell: line => console.error(line) }));
      } catch (error) {
        // What the other guests come to is told all the same.
        return `\n${guest.name}: broke off, ${error instanceof Error ? error.message : String(error)}`;
      } finally {
        await site.close();
      }
    }),
  );
  return [
    `Killing what prepares and puts back (load before ${load})`,
    ...down.map(({ name }) => `${name}: left out, npm run lab -- up ${name}`),
    ...done,
    '',
  ].join('\n');
}

function told(name: string, tally: Tally): string {
  const kinds = ['controller', 'link', 'program'] as const;
  const rows = killPlaces.map(place => {
    const counts = kinds.map(kind => tally.struck.get(kind)?.get(place) ?? 0);
    return [place, ...counts.map(String), String(counts.reduce((sum, one) => sum + one, 0))];
  });
  const pairs = (map: ReadonlyMap<string | number, number>): string =>
    [...map].map(([key, count]) => `${key}: ${count}`).join(', ');
  const events = tally.logs.map(log => log.events);
  return [
    `\n${name}: ${tally.kills} kills in ${tally.rounds} rounds (${tally.aimed} aimed), ${Math.round(tally.milliseconds / 1000)} s`,
    plainTable(['where it fell', 'controller', 'link', 'program on the server', 'all'], rows),
    `values other than at first after put-back: ${tally.differences.length}; of all facts, not expected: ${tally.unexpected.length}`,
    `cases that do not verify: ${tally.damaged.length}; torn lines set aside: ${tally.tornLines}; locks of the dead taken over: ${tally.locksTakenOver}`,
    `logs: ${tally.logs.length}, of ${Math.min(...events)} to ${Math.max(...events)} events, ${Math.round(Math.max(...tally.logs.map(log => log.bytes)) / 1024)} KiB the longest`,
    `undisturbed put-back until all was back, runs: ${pairs(tally.tries)}; exit codes: ${pairs(tally.exits)}`,
    ...[...tally.differences, ...tally.unexpected, ...tally.damaged, ...tally.faults].map(line => `! ${line}`),
  ].join('\n');
}
