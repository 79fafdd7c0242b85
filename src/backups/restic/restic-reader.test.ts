import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentOf, listed, pseudoRandom, readerContract, restorePlace } from '../../testing/reader-contract.js';
import { hasRestic, restic } from '../../testing/restic.js';
import { writeTree } from '../../testing/tree-on-disk.js';
import { pathOfText } from '../byte-path.js';
import { ResticReader } from './restic-reader.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'antesala-restic-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const password = 'contraseña con espacios';
const never = new AbortController().signal;
if (!hasRestic) console.error('left out: tests of the restic reader, since restic is not installed');

/** A repository with one snapshot of a folder. */
function repository(name: string, source: string): string {
  const place = join(root, name);
  restic(root, password, 'init', '--repo', place);
  restic(root, password, 'backup', '--repo', place, source);
  return place;
}

describe.runIf(hasRestic)('restic', () => {
  readerContract({
    name: 'restic',
    unix: true,
    textOnly: true,
    make: async tree => {
      const source = join(root, 'source');
      mkdirSync(source);
      writeTree(source, tree);
      const place = repository('contract', source);
      return { reader: await ResticReader.open({ place, password }, 'latest', never), mapped: pathOfText(source) };
    },
  });

  const small = join(root, 'small');
  mkdirSync(small);
  writeFileSync(join(small, 'a.bin'), pseudoRandom(200_000));
  writeFileSync(join(small, 'b.txt'), 'b');
  chmodSync(join(small, 'b.txt'), 0o4750);
  const place = hasRestic ? repository('small-repository', small) : '';

  it('tells which snapshot it reads, and keeps special permissions', async () => {
    const reader = await ResticReader.open({ place, password }, 'latest', never);
    expect(reader.facts.label).toMatch(new RegExp(`^[0-9a-f]{8} .* ${small}$`));
    expect(Math.abs((reader.facts.made ?? 0) - Date.now())).toBeLessThan(600_000);
    const { entries } = await listed(reader);
    expect(entries.find(entry => entry.path.endsWith('b.txt'))?.mode).toBe(0o4750);
    expect(entries.find(entry => entry.path.endsWith('a.bin'))?.modified).toBeCloseTo(
      statSync(join(small, 'a.bin')).mtimeMs,
      2,
    );
  });

  it.each([
    ['a wrong password', { place, password: 'x' }, 'latest', /does not open/],
    ['no such snapshot', { place, password }, '12345678', /no snapshot 12345678/],
    [
      'no repository',
      { place: join(root, 'small'), password },
      'latest',
      /no snapshot latest; restic says: Fatal: .*config/,
    ],
  ])('%s is said', async (_, where, snapshot, expected) => {
    await expect(ResticReader.open(where, snapshot, never)).rejects.toThrow(expected);
  });

  it('leaves nothing in the repository, not even a lock', async () => {
    const changed = statSync(join(place, 'locks')).mtimeMs;
    const before = readdirSync(place, { recursive: true, encoding: 'utf8' }).toSorted();
    await listed(await ResticReader.open({ place, password }, 'latest', never));
    expect(readdirSync(place, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(before);
    // one that was made and taken away again would have left its time
    expect(statSync(join(place, 'locks')).mtimeMs).toBe(changed);
  });

  it('a byte flipped in the repository shows as damage or as other content', async () => {
    const broken = repository('broken', small);
    const packs = readdirSync(join(broken, 'data'), { recursive: true, encoding: 'utf8' })
      .map(name => join(broken, 'data', name))
      .filter(name => statSync(name).isFile())
      .toSorted((a, b) => statSync(b).size - statSync(a).size);
    const pack = packs[0] ?? '';
    const bytes = readFileSync(pack);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    chmodSync(pack, 0o600);
    writeFileSync(pack, bytes);
    const reader = await ResticReader.open({ place: broken, password }, 'latest', never);
    const { entries } = await listed(reader);
    const said: string[] = [];
    for await (const one of reader.restore(
      entries.filter(entry => entry.path.endsWith('a.bin')),
      restorePlace(),
      never,
    )) {
      if ('problem' in one) said.push(one.problem.text.en);
      else if (!(await contentOf(one)).equals(pseudoRandom(200_000))) said.push('other content');
    }
    expect(said).toHaveLength(1);
  });
});
