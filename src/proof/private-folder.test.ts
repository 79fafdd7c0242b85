import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { PrivateFolder } from './private-folder.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-private-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise(resolve => setTimeout(resolve, 50));
}

describe('the folder for restored files', () => {
  it('is for its owner alone, and gone when it is closed', async () => {
    const place = new PrivateFolder(join(root, 'new'));
    const folder = await place.folder(1);
    writeFileSync(join(folder, 'x'), 'x');
    expect(statSync(dirname(folder)).mode & 0o777).toBe(0o700);
    expect(await place.folder(1)).not.toBe(folder);
    await place.close();
    expect(readdirSync(join(root, 'new'))).toEqual([]);
  });

  it('is not made when nothing has to be restored', async () => {
    const place = new PrivateFolder(join(root, 'unused'));
    await place.close();
    expect(existsSync(join(root, 'unused'))).toBe(false);
  });

  it('is refused when there is too little room, or no right to write', async () => {
    const place = new PrivateFolder(root);
    await expect(place.folder(Number.MAX_SAFE_INTEGER)).rejects.toThrow(/Restoring needs .* are free/);
    await place.close();
    writeFileSync(join(root, 'file'), '');
    await expect(new PrivateFolder(join(root, 'file')).folder(1)).rejects.toThrow(/No folder .* \((EEXIST|ENOTDIR)\)/);
  });

  it('is gone after a kill', async () => {
    const outfile = join(root, 'process.mjs');
    buildSync({
      entryPoints: ['src/testing/private-folder-process.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
    });
    const within = join(root, 'killed');
    const child = spawn(process.execPath, [outfile, within], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(existsSync(join(line.toString().trim(), 'restored'))).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => readdirSync(within).length === 0);
    expect(readdirSync(within)).toEqual([]);
  });

  it('of a dead process is removed by the next, that of a living one is not', async () => {
    const within = join(root, 'left');
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    mkdirSync(join(within, `antesala-restored-${dead}-x`), { recursive: true });
    mkdirSync(join(within, `antesala-restored-${process.ppid}-x`));
    mkdirSync(join(within, 'somebody-else'));
    const place = new PrivateFolder(within);
    await place.folder(1);
    await place.close();
    expect(readdirSync(within).toSorted()).toEqual([`antesala-restored-${process.ppid}-x`, 'somebody-else']);
  });
});
