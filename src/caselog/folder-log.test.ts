import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { CaseLog } from '../model/case-log.js';
import { sampleEvents } from '../testing/case-events.js';
import { caseLogContract } from '../testing/case-log-contract.js';
import type { FolderLog } from './folder-log.js';
import { longestLine } from './line.js';
import { createCase, openCase } from './open-case.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-case-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
const folderOf = (log: CaseLog): string => (log as FolderLog).folder;
const create = (options: { readonly now: () => Date; readonly actor: string }) => {
  made += 1;
  return createCase(join(root, `case ${made}`), { name: 'Núñez', host: 'local', to: null, version: '0' }, options);
};

caseLogContract('a folder', {
  create,
  reopen: (log, options) => openCase(folderOf(log), { ...options, write: true }),
  read: log => openCase(folderOf(log), { now: () => new Date(0), actor: '', write: false }),
  damage: async (log, sha256) => writeFileSync(join(folderOf(log), 'evidence', sha256), 'as it wasn’t'),
  end: async () => undefined,
});

it('an event too large for a line is refused, and nothing of it is written', async () => {
  const log = await create({ now: () => new Date(), actor: 'a@b' });
  const before = log.linesFrom(1);
  await expect(
    log.append({ type: 'handed-over' }, { ...sampleEvents.noted, by: 'x'.repeat(longestLine) }),
  ).rejects.toMatchObject({ kind: 'unwritable' });
  expect(log.linesFrom(1)).toBe(before);
  await log.append({ type: 'handed-over' });
  await log.close();
});
