import type { UpgradePath } from '../model/path.js';
import { debianPaths } from './debian.js';
import { essentialsPaths } from './essentials.js';
import { smallBusinessServerPaths } from './small-business-server.js';
import { ubuntuPaths } from './ubuntu.js';
import { windowsServerPaths } from './windows-server.js';

/** Every way known from a product to another. */
export const allPaths: readonly UpgradePath[] = [
  ...windowsServerPaths,
  ...smallBusinessServerPaths,
  ...essentialsPaths,
  ...debianPaths,
  ...ubuntuPaths,
];
