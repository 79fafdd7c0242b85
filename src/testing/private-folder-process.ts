import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrivateFolder } from '../proof/private-folder.js';

// Makes a private folder with something in it, says where, and waits to be killed.
const place = new PrivateFolder(process.argv[2] ?? '');
const folder = await place.folder(1);
writeFileSync(join(folder, 'restored'), 'x');
process.stdout.write(`${folder}\n`);
setInterval(() => undefined, 1000);
