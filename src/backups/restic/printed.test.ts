import { describe, expect, it } from 'vitest';
import { pathOfText } from '../byte-path.js';
import { lastSnapshot, nodeIn } from './printed.js';

// As restic 0.14 printed it
const file =
  '{"name":"ñ.txt","type":"file","path":"/srv/ñ.txt","uid":0,"gid":0,"size":4,"mode":420,"permissions":"-rw-r--r--","mtime":"2026-11-25T23:46:17.902287062Z","struct_type":"node"}';
const folder =
  '{"name":"tmp","type":"dir","path":"/tmp","uid":0,"gid":0,"mode":2148532735,"permissions":"dtrwxrwxrwx","mtime":"2026-11-26T00:46:19+01:00","struct_type":"node"}';

describe('what restic prints', () => {
  it('a file', () =>
    expect(nodeIn(file)).toEqual({
      path: pathOfText('/srv/ñ.txt'),
      kind: 'file',
      size: 4,
      modified: Date.UTC(2026, 10, 25, 23, 46, 17, 902) + 0.287062,
      mode: 0o644,
    }));
  it('a folder, with its sticky bit', () =>
    expect(nodeIn(folder)).toEqual({
      path: '/tmp',
      kind: 'folder',
      size: 0,
      modified: Date.UTC(2026, 10, 25, 23, 46, 19),
      mode: 0o1777,
    }));
  it.each(['', 'x', '{}', '[]', '{"struct_type":"snapshot","id":"x"}', '{"struct_type":"node","type":1}'])(
    '%j is no node',
    line => expect(nodeIn(line)).toBeUndefined(),
  );
  it('the last of several snapshots', () => {
    const one = { id: 'a', time: '2026-11-25T10:00:00Z' };
    const two = { id: 'b', time: '2026-11-25T11:00:00Z' };
    expect(lastSnapshot(JSON.stringify([two, one]))?.id).toBe('b');
    expect([lastSnapshot(''), lastSnapshot('[]'), lastSnapshot('{"x":1}')]).toEqual([undefined, undefined, undefined]);
  });
});
