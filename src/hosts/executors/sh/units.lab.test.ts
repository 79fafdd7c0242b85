import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Instruction, InstructionResult } from '../../../model/instruction.js';
import type { ResourceState } from '../../../model/resource.js';
import { hostsIn } from '../../transports/lab.js';
import { sshHost } from '../../transports/ssh/host.js';
import { executors } from '../all.js';

const stateFile = join(process.env['ANTESALA_LAB_DIR'] ?? join(homedir(), '.cache', 'antesala-lab'), 'state.json');
const lab = (() => {
  try {
    return hostsIn(readFileSync(stateFile, 'utf8')).get('debian-systemd');
  } catch {
    return undefined;
  }
})();
if (!lab) process.stderr.write('Left out: units of a running systemd (not up: npm run lab -- up debian-systemd)\n');

const state = (masked: boolean, enabled: boolean, active: boolean): ResourceState => ({ masked, enabled, active });
const usual = state(false, true, true);

/** As the profile makes them; in the order in which they may be stopped. */
const units: Readonly<Record<string, ResourceState>> = {
  'acme-web.service': usual,
  'acme-db.service': usual,
  'acme-agent.service': usual,
  'acme-console.service': state(false, false, true),
  'acme-viewer.service': usual,
  'acme-slow.service': usual,
  'acme-sync@srv\\x2ddatos.service': usual,
  'acme-report.timer': usual,
  'acme-report.service': state(false, false, false),
  'acme-helper.socket': usual,
  'acme-helper.service': state(false, false, false),
  'acme-legacy.service': state(true, false, false),
  'acme-sysv.service': state(false, false, true),
  'copia-local.service': usual,
};
const names = Object.keys(units);

describe.skipIf(!lab)('units of a running systemd', () => {
  const carryOut = async (...instructions: Instruction[]): Promise<readonly InstructionResult[]> => {
    if (!lab) return expect.unreachable('the lab is up');
    const { results, broke } = await sshHost(lab.address, lab.options, executors).carryOut('sh', instructions, {});
    expect(broke).toBeUndefined();
    return results;
  };
  const look = (name: string): Instruction => ({ kind: 'look', id: `look ${name}`, resource: { kind: 'unit', name } });
  const set = (name: string, from: readonly ResourceState[], to: ResourceState, more: object = {}): Instruction => ({
    kind: 'set',
    id: `set ${name}`,
    resource: { kind: 'unit', name },
    from,
    to,
    ...more,
  });
  const run = async (line: string): Promise<string> => {
    const [result] = await carryOut({ kind: 'run', id: 'run', line });
    return result?.did === 'ran' ? result.text : expect.unreachable(JSON.stringify(result));
  };
  const found = async (): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await carryOut(...names.map(look))).map((result, at) => [names[at], 'found' in result ? result.found : result]),
    );
  const held = (name: string): ResourceState => ({ ...units[name], masked: true, active: false });

  it('are as the profile makes them', async () => expect(await found()).toEqual(units));

  it('are stopped and held, and afterwards as they were, in one trip each', async () => {
    await run('rm -f /run/acme-stopped-well');
    const holding = await carryOut(...names.map(name => set(name, [units[name] ?? {}], held(name))));
    for (const [at, name] of names.entries()) {
      const did = name === 'acme-legacy.service' ? 'nothing' : 'set';
      expect(holding[at]).toMatchObject({ did, found: units[name], left: held(name) });
    }
    expect(await found()).toEqual(Object.fromEntries(names.map(name => [name, held(name)])));
    expect(await run('systemctl start copia-local.service; systemctl is-active copia-local.service')).toBe(
      'inactive\n',
    );

    // systemd forgets the ExecStop of a unit that is masked before it is stopped.
    expect(await run('ls /run/acme-stopped-well')).toBe('/run/acme-stopped-well\n');

    const back = await carryOut(...names.toReversed().map(name => set(name, [held(name)], units[name] ?? {})));
    expect(back.map(result => result.did === 'failed' && result.why).filter(Boolean)).toEqual([]);
    expect(await found()).toEqual(units);
    expect(await run('ls /etc/systemd/system; systemctl list-unit-files --state=masked --no-legend')).toMatch(
      /^(?!.*antesala)(?!.*copia-local\.service\.d)/s,
    );
  });

  it('that are half set are set on; those that somebody changed are left alone, or set by force', async () => {
    const name = 'acme-viewer.service';
    await run(`systemctl mask ${name}`);
    expect(await carryOut(set(name, [usual], held(name)))).toMatchObject([
      { did: 'set', found: state(true, true, true), left: held(name) },
    ]);
    await run(`systemctl unmask ${name}; systemctl disable ${name}`);
    expect(await carryOut(set(name, [held(name)], usual))).toMatchObject([
      { did: 'differs', found: state(false, false, false), left: state(false, false, false) },
    ]);
    expect(await carryOut(set(name, [held(name)], usual, { force: true }))).toMatchObject([
      { did: 'set', left: usual },
    ]);
  });

  it('that were begun together are finished when the user stops, and nothing after them is begun', async () => {
    if (!lab) return expect.unreachable('the lab is up');
    const group = ['acme-slow.service', 'acme-viewer.service', 'copia-local.service'];
    const stop = new AbortController();
    const sets = group.map(name => set(name, [usual], held(name)));
    const after: Instruction = { kind: 'run', id: 'after', line: 'touch /run/antesala-went-on' };
    setTimeout(() => stop.abort(), 2000);
    const { results, broke } = await sshHost(lab.address, lab.options, executors).carryOut('sh', [...sets, after], {
      signal: stop.signal,
    });
    expect([results.map(({ did }) => did), broke?.kind]).toEqual([['set', 'set', 'set'], 'stopped']);
    await carryOut(...group.map(name => set(name, [held(name)], usual)));
    expect(await run('ls /run/antesala-went-on 2>&1')).toContain('No such file');
  });

  it('that do not stop are not killed, and told', async () => {
    const name = 'acme-stubborn.service';
    expect(await carryOut(set(name, [usual], state(true, true, false), { timeoutSeconds: 3 }))).toMatchObject([
      { did: 'failed', left: state(true, true, true), why: expect.stringContaining('not done after 3 s') },
    ]);
    expect(await run(`systemctl show -p ActiveState ${name}`)).toBe('ActiveState=deactivating\n');
    // What goes on stopping is not taken for put back.
    expect(await carryOut(set(name, [state(true, true, false)], usual, { timeoutSeconds: 2 }))).toMatchObject([
      { did: 'failed' },
    ]);
    expect(await carryOut({ kind: 'look', id: 'x', resource: { kind: 'unit', name } })).toMatchObject([
      { did: 'not-done', why: expect.stringContaining('it is still stopping') },
    ]);
    await run(`systemctl kill -s KILL ${name}`);
    await expect
      .poll(async () => (await carryOut(set(name, [state(true, true, false)], usual)))[0], { timeout: 10_000 })
      .toMatchObject({ left: usual });
  });

  it('that do not start are told with the words of systemd', async () => {
    const name = 'acme-broken.service';
    expect(await carryOut(set(name, [state(false, false, false)], state(false, false, true)))).toMatchObject([
      {
        did: 'failed',
        left: state(false, false, false),
        why: expect.stringMatching(/acme-broken\.service.*\n.*status=1/s),
      },
    ]);
    await run(`systemctl reset-failed ${name}`);
  });

  it('that are not there are absent, and no link of ours stays of them', async () => {
    expect(await carryOut(look('acme-none.service'), set('acme-none.service', [usual], usual))).toMatchObject([
      { did: 'looked', found: 'absent' },
      { did: 'absent' },
    ]);
    await run(`printf '[Service]\\nExecStart=/usr/bin/sleep infinity\\n' >/lib/systemd/system/acme-gone.service
      systemctl daemon-reload; systemctl mask acme-gone.service; rm /lib/systemd/system/acme-gone.service`);
    expect(
      await carryOut(set('acme-gone.service', [state(true, false, false)], state(false, false, false))),
    ).toMatchObject([{ did: 'absent', found: 'absent' }]);
    expect(await run('ls /etc/systemd/system')).not.toContain('acme-gone');
  });

  it('are set back by a dead-man that outlives the session', async () => {
    const name = 'acme-db.service';
    const [result] = await carryOut(
      set(name, [usual], { ...usual, active: false }, { deadMan: { seconds: 2, id: 'lab-1' } }),
    );
    expect(result).toMatchObject({ did: 'set' });
    await pause(4000);
    const [now, disarmed] = await carryOut(look(name), { kind: 'disarm', id: 'd', deadManId: 'lab-1' });
    expect([now, disarmed]).toMatchObject([{ found: usual }, { did: 'fired' }]);
    expect(await run('systemctl start acme-web.service; ls /run/antesala 2>&1')).toContain('No such file');
  });

  it('are as at first in the end', async () => expect(await found()).toEqual(units));
});
