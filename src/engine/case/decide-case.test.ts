import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCase } from '../../caselog/open-case.js';
import { readRecording } from '../../hosts/recorded/recording-text.js';
import { defaultChoices } from '../../model/plan-choices.js';
import { nobody } from '../../testing/cases.js';
import { simulate } from '../simulation/simulate.js';
import { type CaseWork, gatherForCase } from './case-work.js';
import { decideCase, decideFromFacts } from './decide-case.js';
import { planCase } from './plan-case.js';
import { prepareCase } from './prepare-case.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-decide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const before = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'before');
const leftOut = ['log-off-users', 'notify-users', 'internet-connection-info'].map(id => ({ id, reason: 'not here' }));

async function prepared(): Promise<CaseWork> {
  const host = simulate(before);
  const now = (): Date => host.now();
  const made = { name: 'a', host: 'b', to: 'sbs2003', version: '0' };
  const log = await createCase(join(folder, 'a'), made, { now, actor: 'ana@taller' });
  const pause = (): Promise<void> => Promise.resolve();
  const work: CaseWork = { log, host, wayIn: { kind: 'ssh' }, version: '0', now, pause, performers: nobody };
  const choices = { ...defaultChoices, leftOut };
  await planCase(log, await gatherForCase(work, 'plan'), { now: now(), wayIn: work.wayIn, choices });
  await prepareCase(work);
  return work;
}

describe('a decision from facts that came another way', () => {
  it('is the one that asking the server gives, and looks for what was prepared in them', async () => {
    const work = await prepared();
    const keys = ({ reasons }: Awaited<ReturnType<typeof decideCase>>): readonly string[] =>
      reasons.filter(reason => reason.blocks).map(reason => reason.key);
    const asked = keys(await decideCase(work, 'Ana'));
    const { recording } = await gatherForCase(work, 'gate');
    expect(keys(await decideFromFacts(work, 'Ana', recording))).toEqual(asked);
    // facts of before the preparation: all of it seems undone
    const old = keys(await decideFromFacts(work, 'Ana', before));
    expect(old.filter(key => !asked.includes(key))).toEqual(
      expect.arrayContaining(['third-party-services/service:ContaPlusServidor', 'disk-tools/service:DefWatch']),
    );
    await expect(decideFromFacts(work, ' ', recording)).rejects.toThrow('--by');
    await work.log.close();
  });
});
