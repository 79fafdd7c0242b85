import { describe, expect, it } from 'vitest';
import { asBytePath } from '../backups/byte-path.js';
import type { BackupEntry, TimeRule } from '../backups/reader.js';
import { say } from '../i18n/text.js';
import { type Compared, judgeContent, judgeMetadata, judgeMissing, sameTime } from './judge.js';

const utc: TimeRule = { precision: 2000, zone: 'utc' };
const made = 2_000_000;
const file = (more: Partial<BackupEntry> = {}): BackupEntry => ({
  path: asBytePath('a'),
  kind: 'file',
  size: 10,
  modified: 1_000_000,
  changed: 1_000_000,
  mode: 0o644,
  ...more,
});
const link = (target: string, more: Partial<BackupEntry> = {}): BackupEntry =>
  file({ kind: 'link', size: 0, target: asBytePath(target), ...more });
const trouble = { means: 'not-verifiable' as const, text: say({ en: 'encrypted', es: 'cifrado' }) };

describe('what metadata say', () => {
  it.each<[string, BackupEntry | undefined, BackupEntry | undefined, string | undefined]>([
    ['same size: the content decides', file(), file(), undefined],
    ['longer and newer', file(), file({ size: 11, modified: 1_900_000 }), 'changed size'],
    ['longer, same time', file(), file({ size: 11 }), 'damaged size'],
    ['longer, newer by less than the precision', file(), file({ size: 11, modified: 1_001_999 }), 'damaged size'],
    ['the copy is newer than the original', file({ size: 11, modified: 1_500_000 }), file(), 'damaged size'],
    ['empty for full, same time', file({ size: 0 }), file(), 'damaged size'],
    ['no longer there', file(), undefined, 'changed gone'],
    ['not in the backup, older than it', undefined, file(), 'damaged missing'],
    ['not in the backup, created later', undefined, file({ changed: made + 1 }), 'changed new'],
    ['not in the backup, moved there later', undefined, file({ modified: 1, changed: made + 1 }), 'changed new'],
    ['a link for a file, same time', link('b'), file(), 'damaged kind'],
    ['a file for a link, newer', file(), link('b', { modified: 3_000_000 }), 'changed kind'],
    ['a link that points elsewhere', link('b'), link('c'), 'damaged target'],
    ['a link that was made to point elsewhere', link('b'), link('c', { modified: 3_000_000 }), 'changed target'],
    ['a link', link('b', { mode: 0o777 }), link('b', { mode: 0o755 }), 'identical same'],
    ['a device', file({ kind: 'other' }), file({ kind: 'other' }), 'not-verifiable no-content'],
    ['an empty folder', file({ kind: 'folder', size: 0 }), file({ kind: 'folder', size: 0 }), 'identical same'],
    ['an empty folder that is missing', undefined, file({ kind: 'folder', size: 0 }), 'damaged missing'],
    ['encrypted', file({ trouble }), file(), 'not-verifiable backup-trouble'],
    ['marked as broken', file({ trouble: { ...trouble, means: 'damaged' } }), file(), 'damaged backup-trouble'],
    [
      'no times in the backup, newer than it',
      file({ modified: undefined as never }),
      file({ size: 1, modified: made + 5000 }),
      'changed size',
    ],
    ['no times in the backup', file({ modified: undefined as never }), file({ size: 1 }), 'damaged size'],
  ])('%s', (_, backup, original, expected) => {
    const judged = judgeMetadata(backup, original, utc, made);
    expect(judged && `${judged.outcome} ${judged.reason}`).toBe(expected);
  });

  it('takes a missing file for damage when nobody knows when the backup was made', () =>
    expect(judgeMissing(file({ changed: 9e12 }), undefined).outcome).toBe('damaged'));
});

describe('what content says', () => {
  it.each<[string, BackupEntry, BackupEntry, Compared, string, readonly string[]]>([
    ['same', file(), file(), { same: true }, 'identical same', []],
    ['same, other time', file(), file({ modified: 5_000_000 }), { same: true }, 'identical same', ['times']],
    ['same, other rights', file(), file({ mode: 0o600 }), { same: true }, 'identical same', ['mode']],
    ['same, rights not kept', file({ mode: undefined as never }), file(), { same: true }, 'identical same', []],
    ['other bytes, same time', file(), file(), { same: false, at: 3 }, 'damaged content', []],
    ['other bytes, newer', file(), file({ modified: 5_000_000 }), { same: false, at: 3 }, 'changed content', []],
    ['other bytes, older', file(), file({ modified: 1 }), { same: false, at: 3 }, 'damaged content', []],
    ['copy gone', file(), file(), { unreadable: 'backup', code: 'ENOENT' }, 'damaged backup-unreadable', []],
    ['copy on a bad sector', file(), file(), { unreadable: 'backup', code: 'EIO' }, 'damaged backup-unreadable', []],
    [
      'no rights to the copy',
      file(),
      file(),
      { unreadable: 'backup', code: 'EACCES' },
      'not-verifiable backup-unreadable',
      [],
    ],
    ['original vanished', file(), file(), { unreadable: 'original', code: 'ENOENT' }, 'changed gone', []],
    [
      'original locked',
      file(),
      file(),
      { unreadable: 'original', code: 'EBUSY' },
      'not-verifiable original-unreadable',
      [],
    ],
  ])('%s', (_, backup, original, compared, expected, differs) => {
    const judged = judgeContent(backup, original, compared, utc, made);
    expect([`${judged.outcome} ${judged.reason}`, judged.differs]).toEqual([expected, differs]);
  });
});

describe('times', () => {
  const minute = 60_000;
  it.each<[number, TimeRule['zone'], boolean]>([
    [2000, 'utc', true],
    [2001, 'utc', false],
    [60 * minute, 'utc', false],
    [60 * minute + 1999, 'local', true],
    [30 * minute, 'local', false],
    [120 * minute, 'local', false],
    [45 * minute, 'unknown', true],
    [44 * minute, 'unknown', false],
    [26 * 60 * minute, 'unknown', true],
    [27 * 60 * minute, 'unknown', false],
  ])('%i ms apart in a zone that is %s', (apart, zone, same) => {
    expect(sameTime(1e12, 1e12 + apart, { precision: 2000, zone })).toBe(same);
    expect(sameTime(1e12 + apart, 1e12, { precision: 2000, zone })).toBe(same);
  });
});
