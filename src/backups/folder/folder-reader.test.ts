import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readerContract } from '../../testing/reader-contract.js';
import { writeTree } from '../../testing/tree-on-disk.js';
import { emptyPath } from '../byte-path.js';
import { FolderReader } from './folder-reader.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

readerContract({
  name: 'folder',
  unix: true,
  make: async tree => {
    writeTree(root, tree);
    return { reader: new FolderReader(root), mapped: emptyPath };
  },
});
