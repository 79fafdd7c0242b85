import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labDir, layout } from '../../lab/paths.js';
import { readState } from '../../lab/state.js';
import { guests } from '../testing/kills/guests.js';
import { killRounds } from '../testing/kills/rounds.js';
import { KillSite } from '../testing/kills/site.js';

const asked = process.env['ANTESALA_LAB'] === '1' && process.env['ANTESALA_KILLS'] === '1' && existsSync('dist/cli.js');
const up = asked ? readState(layout(labDir()).state) : {};
if (!asked)
  console.warn(
    'left out: kills on real servers, since ANTESALA_LAB and ANTESALA_KILLS are not both 1, or npm run build was not run',
  );

const folder = mkdtempSync(join(tmpdir(), 'antesala-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Many more by hand: npm run bench -- kills */
const kills = 12;

describe.skipIf(!asked)('killed at any point, a real server comes back as it was', () => {
  it.each(guests.map(guest => [guest.name, guest] as const))('%s', { timeout: 3_600_000 }, async (name, guest) => {
    expect(Object.keys(up)).toContain(name);
    const site = await KillSite.open(guest, folder);
    try {
      const tally = await killRounds(site, { kills, roundsACase: 4 });
      console.log(`${name}: ${tally.summary()}`);
      const { differences, unexpected, damaged, faults } = tally;
      expect({ differences, unexpected, damaged, faults }).toEqual({
        differences: [],
        unexpected: [],
        damaged: [],
        faults: [],
      });
      expect(tally.kills).toBeGreaterThanOrEqual(kills);
      expect([...tally.struck.keys()].toSorted()).toEqual(['controller', 'link', 'program']);
    } finally {
      await site.close();
    }
  });
});
