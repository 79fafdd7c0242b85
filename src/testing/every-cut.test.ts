import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '../engine/plan.js';
import { simulate } from '../engine/simulation/simulate.js';
import { readRecording } from '../hosts/recorded/recording-text.js';
import { type PlanChoices, defaultChoices } from '../model/plan-choices.js';
import type { Recording } from '../model/recording.js';
import { steps } from '../steps/registry.generated.js';
import { everyCut } from './every-cut.js';
import { type World, changesOf } from './twin.js';

/** A recorded server with the plan that Antesala makes for it, without the steps that nothing but a person could unblock. */
function worldOf(recording: Recording): World {
  const planned = (leftOut: PlanChoices['leftOut']) =>
    buildPlan(recording, {
      now: new Date(recording.gatheredAt),
      recordingSha256: '0'.repeat(64),
      choices: { ...defaultChoices, leftOut },
      wayIn: { kind: 'recording' },
      steps,
    });
  const blocked = planned([]).steps.filter(({ state }) => state === 'blocked');
  const plan = planned(blocked.map(({ step }) => ({ id: step, reason: 'blocked' })));
  const assume = changesOf(plan).map(({ resource, from }) => ({ resource, state: from }));
  return { host: incidents => simulate(recording, { assume, incidents }), executor: recording.executor, plan };
}

const recorded = (name: string) => readRecording(readFileSync(`recordings/${name}.json`, 'utf8'), name);

/** The recorded Debian with systemd running and units of another maker: a database, what needs it, and a timer. */
function debianWithAcme(): Recording {
  const first = recorded('debian12-server');
  const answer = first.answers['systemd-units'];
  const lines = answer?.state === 'ok' && 'text' in answer ? answer.text.trim().split('\n').slice(1) : [];
  const live = lines.map(line =>
    line.replace('\tunknown\tenabled', '\tactive\tenabled').replace('\tunknown\t', '\tinactive\t'),
  );
  const unit = (name: string, state: string, rest: string) =>
    `${name}\tactive\t${state}\t/etc/systemd/system/${name}\t\t\talways\t${rest}\tAcme ${name}\t/opt/acme/bin/acme`;
  const acme = [
    unit('acme-db.service', 'enabled', '\t'),
    unit('acme.service', 'enabled', 'acme-db.service\t'),
    unit('acme-web.service', 'disabled', 'acme.service\t'),
    unit('acme-sync.service', 'static', '\tacme-sync.timer'),
    unit('acme-sync.timer', 'enabled', '\t'),
  ];
  const text = ['systemd', ...live, ...acme, ''].join('\n');
  return { ...first, answers: { ...first.answers, 'systemd-units': { state: 'ok', ms: 1, exit: 0, text } } };
}

const servers: readonly (readonly [name: string, recording: Recording])[] = [
  ['lab-sbs2000-es', recorded('lab-sbs2000-es')],
  ['debian12 with units of another maker', debianWithAcme()],
];

describe('cut at every event, trip and instruction', () => {
  it.each(servers)(
    '%s: nothing is other than before once it is put back',
    async (name, recording) => {
      const began = process.cpuUsage();
      const world = worldOf(recording);
      const { counts, kills, brokenLinks, wrongs } = await everyCut(world);
      const { user, system } = process.cpuUsage(began);
      const [prepare, putBack] = counts.map(one =>
        Object.entries(one)
          .map(([what, n]) => `${n} ${what}`)
          .join(', '),
      );
      console.log(
        `${name}: ${changesOf(world.plan).length} changes; preparing: ${prepare}; putting back: ${putBack}; ${kills} kills and ${brokenLinks} broken links leave ${wrongs.length} differences (${Math.round((user + system) / 1000)} ms of processor)`,
      );
      expect(wrongs).toEqual([]);
      expect(kills).toBeGreaterThan(200);
    },
    180_000,
  );
});
