import type { UpgradePath } from '../model/path.js';
import { debianPaths } from './debian.js';
import { essentialsPaths } from './essentials.js';
import { smallBusinessServerPaths } from './small-business-server.js';
import { ubuntuPaths } from './ubuntu.js';
import { windowsServerPaths } from './windows-server.js';

/** Every path there is, in place or by migration. */
export const allPaths: readonly UpgradePath[] = [
  ...smallBusinessServerPaths,
  ...windowsServerPaths,
  ...essentialsPaths,
  ...debianPaths,
  ...ubuntuPaths,
];
