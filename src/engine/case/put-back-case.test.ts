import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MemoryLog } from '../../caselog/memory-log.js';
import { sampleEvents } from '../../testing/case-events.js';
import { liveCase } from '../../testing/lived-case.js';
import type { CaseWork } from './case-work.js';
import { acceptInCase, putBackCase } from './put-back-case.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-put-back-case-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const { item } = sampleEvents.intent;

describe('a case whose server came back otherwise', () => {
  it.each([false, true])('is complete only when what did not come back is accepted: %j', async accepts => {
    const { putBack, comparison, log } = await liveCase(join(root, String(accepts)), {
      accepts,
      gone: 'ContaPlusServidor',
    });
    await log.close();
    expect(putBack.complete).toBe(accepts);
    const accepted = putBack.items.filter(one => one.accepted).map(({ outcome }) => outcome);
    expect(new Set(accepted)).toEqual(new Set(accepts ? ['drifted', 'gone'] : []));
    const ended = log.events.findLast(({ type }) => type === 'run-ended');
    expect(ended).toMatchObject({ outcome: accepts ? 'done' : 'incomplete' });
    const entries = comparison.facts.find(({ fact }) => fact === 'services')?.entries ?? [];
    const reason = (name: string) => entries.find(({ entry }) => entry === name)?.reason;
    expect([reason('DefWatch/startMode'), reason('DefWatch/state'), reason('ContaPlusServidor')]).toEqual(
      accepts ? ['accepted', 'accepted', 'accepted'] : ['preparation', 'unexpected', 'unexpected'],
    );
  });
});

describe('what is decided before the server is touched', () => {
  const logOf = async () => {
    const log = new MemoryLog('c', { now: () => new Date(0), actor: 'ana@x' });
    await log.append(sampleEvents.intent, sampleEvents.outcome, sampleEvents['put-back']);
    return log;
  };
  const accept = { items: [item], by: 'Ana', reason: 'sobra' };

  it('one item is not both set and accepted', async () => {
    const log = await logOf();
    const work = { log } as unknown as CaseWork;
    await expect(putBackCase(work, { force: [item], accept })).rejects.toThrow(/either set as it was/);
    await expect(putBackCase(work, { force: ['x/y'] })).rejects.toThrow(/no item “x\/y”/);
    expect(log.events).toHaveLength(3);
  });

  it('by the log alone, what was begun and not put back stays open', async () => {
    const log = await logOf();
    await log.append({ ...sampleEvents.intent, item: 'disk-tools/x' });
    expect(await acceptInCase(log, accept)).toMatchObject({
      complete: false,
      items: [
        { item, accepted: { counts: true } },
        { item: 'disk-tools/x', outcome: 'failed', left: 'unknown' },
      ],
    });
  });
});
