import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type TreeItem,
  contentOf,
  listed,
  pseudoRandom,
  readerContract,
  restorePlace,
} from '../../testing/reader-contract.js';
import { writeTree } from '../../testing/tree-on-disk.js';
import { emptyPath } from '../byte-path.js';
import { kindOf } from '../open-backup.js';
import { type SevenZipKind, SevenZipReader } from './seven-zip-reader.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-7zip-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const has7zip = existsSync('/usr/bin/7zz');
const hasImages =
  has7zip &&
  ['/usr/bin/qemu-img', '/usr/sbin/mkfs.ntfs', '/usr/bin/ntfs-3g', '/dev/fuse'].every(path => existsSync(path)) &&
  process.getuid?.() === 0;
if (!has7zip) console.error('left out: tests of archives, since 7zip is not installed');
if (!hasImages) console.error('left out: tests of disk images, which need root, qemu-utils, ntfs-3g and /dev/fuse');
const never = new AbortController().signal;

function run(program: string, args: readonly string[], cwd = root): void {
  const done = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stdout}${done.stderr}`);
}

function source(name: string, tree: readonly TreeItem[]): string {
  const folder = join(root, name);
  mkdirSync(folder);
  writeTree(folder, tree);
  return folder;
}

describe.runIf(has7zip)('archives', () => {
  readerContract({
    name: 'zip',
    unix: false,
    make: async tree => {
      run('7zz', ['a', '-bd', '-tzip', join(root, 'x.zip'), '.'], source('zip', tree));
      return { reader: new SevenZipReader(join(root, 'x.zip'), 'zip'), mapped: emptyPath };
    },
  });
  readerContract({
    name: 'tar',
    unix: true,
    textOnly: true,
    make: async tree => {
      const folder = source('tar', tree);
      run(
        'bash',
        ['-c', `tar cf ../x.tar --no-recursion --null -T <(find . -mindepth 1 -printf '%P\\0' | sort -z)`],
        folder,
      );
      return { reader: new SevenZipReader(join(root, 'x.tar'), 'tar'), mapped: emptyPath };
    },
  });

  it('are told by their content', () => {
    expect([kindOf(join(root, 'x.zip')), kindOf(join(root, 'x.tar'))]).toEqual(['zip', 'tar']);
  });

  it('that are encrypted are not verifiable, and nobody is asked', async () => {
    const folder = source('secret', [{ path: 'a' as never, kind: 'file', content: Buffer.from('a') }]);
    run('7zz', ['a', '-bd', '-tzip', '-psecret', join(root, 'secret.zip'), '.'], folder);
    const reader = new SevenZipReader(join(root, 'secret.zip'), 'zip');
    const { entries } = await listed(reader);
    expect(entries[0]?.trouble?.text.en).toMatch(/encrypted/);
    for await (const one of reader.restore(entries, restorePlace(), never)) expect('problem' in one).toBe(true);
  });

  it('with a flipped byte are damaged in that file alone', async () => {
    const tree: TreeItem[] = ['a', 'b'].map(name => ({
      path: name as never,
      kind: 'file',
      content: pseudoRandom(5000, name),
    }));
    run('7zz', ['a', '-bd', '-tzip', '-mx0', join(root, 'flip.zip'), '.'], source('flip', tree));
    const bytes = readFileSync(join(root, 'flip.zip'));
    const at = bytes.indexOf(pseudoRandom(5000, 'b'));
    bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 1;
    writeFileSync(join(root, 'flip.zip'), bytes);
    const said = await restoredAs(new SevenZipReader(join(root, 'flip.zip'), 'zip'));
    expect(said).toEqual({
      a: 5000,
      b: expect.stringMatching(/^damaged: 7-Zip could not restore it: ERROR: CRC/) as string,
    });
  });

  it('cut off are damaged', async () => {
    const bytes = readFileSync(join(root, 'x.zip'));
    writeFileSync(join(root, 'cut.zip'), bytes.subarray(0, bytes.length >> 1));
    const { problems } = await listed(new SevenZipReader(join(root, 'cut.zip'), 'zip'));
    expect(problems.map(one => one.means)).toEqual(['damaged']);
  });
});

describe.runIf(hasImages)('disk images', () => {
  for (const [kind, format, options] of [
    ['vhd', 'vpc', []],
    ['vhd', 'vpc', ['-o', 'subformat=fixed']],
    ['vhdx', 'vhdx', []],
  ] as const) {
    readerContract({
      name: `${kind} ${options.join(' ')}`,
      unix: false,
      make: async tree => ({ reader: new SevenZipReader(image(kind, format, options, tree), kind), mapped: emptyPath }),
    });
  }
});

let images = 0;

/** One NTFS volume in an image, as wbadmin writes one for each volume. */
function image(kind: SevenZipKind, format: string, options: readonly string[], tree: readonly TreeItem[]): string {
  images += 1;
  const [raw, part, mount, path] = ['raw', 'part', 'mount', 'image'].map(name => join(root, `${name}${images}`)) as [
    string,
    string,
    string,
    string,
  ];
  run('truncate', ['-s', '64M', raw]);
  run('truncate', ['-s', '62M', part]);
  run('parted', ['-s', raw, 'mklabel', 'msdos', 'mkpart', 'primary', 'ntfs', '1MiB', '63MiB']);
  run('mkfs.ntfs', ['-q', '-F', '-f', '-L', 'Datos', '-p', '2048', part]);
  mkdirSync(mount);
  run('ntfs-3g', [part, mount]);
  try {
    writeTree(mount, tree);
  } finally {
    run('umount', [mount]);
  }
  run('dd', [`if=${part}`, `of=${raw}`, 'bs=1M', 'seek=1', 'conv=notrunc', 'status=none']);
  run('qemu-img', ['convert', '-f', 'raw', '-O', format, ...options, raw, `${path}.${kind}`]);
  return `${path}.${kind}`;
}

async function restoredAs(reader: SevenZipReader): Promise<Record<string, number | string>> {
  const { entries } = await listed(reader);
  const said: Record<string, number | string> = {};
  for await (const one of reader.restore(entries, restorePlace(), never)) {
    said[one.entry.path] =
      'problem' in one ? `${one.problem.means}: ${one.problem.text.en}` : (await contentOf(one)).length;
  }
  return said;
}
