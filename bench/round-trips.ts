import { existsSync, rmSync } from 'node:fs';
import { alone } from '../lab/lock.js';
import { down, up } from '../lab/guests.js';
import { labDir, layout } from '../lab/paths.js';
import type { DebianProfile } from '../lab/profile.js';
import { debianSystemd } from '../lab/profiles/debian-systemd.js';
import { layersOf } from '../src/engine/layers.js';
import { plainTable } from '../src/report/table.js';
import { run } from '../src/testing/kills/run.js';
import { KillSite } from '../src/testing/kills/site.js';

const units = 200;
const layers = 3;
const name = 'round-trips';
const perLayer = Math.ceil(units / layers);
const unitName = (n: number): string => `acme-many-${n}.service`;

/** Two hundred units of another maker, each of the upper layers needing one of the layer below. */
const profile: DebianProfile = {
  ...debianSystemd,
  name,
  title: 'Debian 12 with 200 units of another maker in three layers',
  foreign: [
    {
      name: 'acme-many',
      version: '1.0.0',
      maintainer: 'ACME Software <soporte@acme.example>',
      summary: 'ACME: muchos servicios',
      files: Object.fromEntries(
        Array.from({ length: units }, (_, n) => {
          const needed =
            n + perLayer < units ? `Requires=${unitName(n + perLayer)}\nAfter=${unitName(n + perLayer)}\n` : '';
          const service = '[Service]\nExecStart=/usr/bin/sleep infinity\n\n[Install]\nWantedBy=multi-user.target\n';
          return [
            `lib/systemd/system/${unitName(n)}`,
            { content: `[Unit]\nDescription=ACME ${n}\n${needed}\n${service}` },
          ];
        }),
      ),
      enable: Array.from({ length: units }, (_, n) => unitName(n)),
    },
  ],
  files: {},
  script: '',
};

/**
 * Prepares and puts back two hundred units of a real systemd, and counts how often the server is connected to. Each command gathers the facts
 * in one connection of its own before.
 */
export async function benchRoundTrips(folder: string): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return 'Round trips: left out, the lab needs root on a Debian machine\n';
  }
  const folders = layout(labDir());
  await alone(folders.dir, () => up(folders, profile));
  const site = await KillSite.open({ name, executor: 'sh', slow: [], own: undefined }, folder);
  try {
    const changes = await site.newCase(false);
    const first = await site.look();
    const rows: string[][] = [];
    for (const command of ['prepare', 'put-back'] as const) {
      const { exit, err, milliseconds } = await run(site, command);
      if (exit !== 0) throw new Error(`${command} ended with ${exit}: ${err}`);
      rows.push([command, String(site.link.connections - 1), `${(milliseconds / 1000).toFixed(1)} s`]);
    }
    const now = await site.look();
    const other = [...first].filter(([unit, was]) => JSON.stringify(now.get(unit)) !== JSON.stringify(was)).length;
    const count = layersOf(changes).length;
    return `Round trips for ${changes.length} units of a real systemd in ${count} layers (facts gathered before: one more each)
${plainTable(['command', 'trips', 'all of it'], rows)}
allowed: ${2 * count} · values other than before: ${other}
`;
  } finally {
    await site.close();
    await alone(folders.dir, () => down(folders, name));
    rmSync(folders.guest(name), { recursive: true, force: true });
  }
}
