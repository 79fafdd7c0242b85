import { expect, it } from 'vitest';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import type { ResourceState } from '../model/resource.js';
import type { PlannedChange } from '../model/step.js';
import { aPlan, aStep, aWork, disabling, nobody } from '../testing/cases.js';
import { linuxWith, windowsWith } from '../testing/simulated.js';
import { layersOf } from './layers.js';
import { prepare } from './prepare.js';
import { putBack } from './put-back.js';

/** Two hundred in three layers: each of the upper ones needs one of the layer below. */
const names = Array.from({ length: 200 }, (_, n) => `s${n}`);
const needs = (n: number): readonly string[] => (n < 130 ? [`s${n + 70}`] : []);
const neededBy = (n: number): readonly string[] => (n >= 70 ? [`s${n - 70}`] : []);

const services: readonly PlannedChange[] = names.map((name, n) => disabling(name, neededBy(n)));
const units: readonly PlannedChange[] = names.map((name, n) => ({
  ...disabling(name, neededBy(n)),
  resource: { kind: 'unit', name: `${name}.service` },
  from: { masked: false, enabled: true, active: true },
  to: { masked: true, enabled: true, active: false },
}));

it.each<[string, 'wsh' | 'sh', readonly PlannedChange[], () => SimulatedHost]>([
  ['services', 'wsh', services, () => windowsWith(names.map((name, n) => ({ name, dependsOn: needs(n) })))],
  [
    'units',
    'sh',
    units,
    () =>
      linuxWith(names.map((name, n) => ({ name: `${name}.service`, requires: needs(n).map(one => `${one}.service`) }))),
  ],
])('200 %s in layers take at most two trips a layer, to prepare and to put back', async (_, executor, items, make) => {
  const host = make();
  const before: ReadonlyMap<string, ResourceState> = new Map(host.states());
  const layers = layersOf(items).length;
  expect(layers).toBe(3);
  const work = aWork(host, { executor });
  const plan = aPlan([aStep(items)]);
  const prepared = await prepare(work, { plan, planSha256: '0'.repeat(64), answered: new Set(), performers: nobody });
  expect(prepared.outcome).toBe('done');
  expect(host.trips).toBe(layers + 1);
  expect(host.trips).toBeLessThanOrEqual(2 * layers);
  const trips = host.trips;
  const back = await putBack(work);
  expect(back.map(({ outcome }) => outcome)).toEqual(names.map(() => 'restored'));
  // One to look, one a layer, one to look whether all is well that takes the copy of the log along, one to compare that copy.
  expect(host.trips - trips).toBe(layers + 3);
  expect(work.log.events.at(-1)).toMatchObject({ type: 'copy-compared', outcome: 'same' });
  expect(host.copyOf(work.log.id)).toContain('"type":"put-back"');
  expect(host.trips - trips).toBeLessThanOrEqual(2 * layers);
  expect(new Map(host.states())).toEqual(before);
});
