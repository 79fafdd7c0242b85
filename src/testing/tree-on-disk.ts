import { lutimesSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { type BytePath, asBytePath, joined, pathBytes, pathOfText } from '../backups/byte-path.js';
import type { TreeItem } from './reader-contract.js';

/** Writes a tree below a folder, which must be there. */
export function writeTree(folder: string, tree: readonly TreeItem[]): void {
  const root = pathOfText(folder);
  for (const item of tree) {
    const path = joined(root, item.path);
    const bytes = pathBytes(path);
    mkdirSync(pathBytes(parentOf(path)), { recursive: true });
    if (item.kind === 'folder') mkdirSync(bytes, { recursive: true });
    else if (item.kind === 'link') symlinkSync(item.target ?? '', bytes);
    else writeFileSync(bytes, item.content ?? '');
  }
  // last of all and from within, since what is written into a folder changes its time
  for (const item of tree.toReversed()) {
    const bytes = pathBytes(joined(root, item.path));
    if (item.modified === undefined) continue;
    if (item.kind === 'link') lutimesSync(bytes, item.modified, item.modified);
    else utimesSync(bytes, item.modified, item.modified);
  }
}

function parentOf(path: BytePath): BytePath {
  return asBytePath(path.slice(0, path.lastIndexOf('/')));
}
