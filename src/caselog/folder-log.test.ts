import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createCase, openCase } from './open-case.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-case-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('smoke', async () => {
  const now = () => new Date('2026-11-25T10:00:00Z');
  const log = await createCase(
    join(root, 'a'),
    { name: 'Año', host: 'local', to: null, version: '0' },
    { now, actor: 'ñ@b' },
  );
  await log.append({ type: 'handed-over' }, { type: 'step-started', step: 'x' });
  const sha = await log.store({ kind: 'scan', name: 'x', bytes: Buffer.from('abc') });
  expect(Buffer.from(await log.evidence(sha)).toString()).toBe('abc');
  await log.close();
  const again = await openCase(join(root, 'a'), { now, actor: 'x', write: true });
  expect(again.events.map(e => e.type)).toEqual(['case-created', 'handed-over', 'step-started', 'evidence-stored']);
  expect(again.linesFrom(1)).toBe(readFileSync(join(root, 'a', 'case.jsonl'), 'utf8'));
  await again.close();
});
