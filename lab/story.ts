import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, isLanguage } from '../src/i18n/text.js';
import { requireMachine } from './chroot.js';
import { up } from './guests.js';
import { alone } from './lock.js';
import { labDir, layout } from './paths.js';
import { profiles } from './profiles/index.js';
import { LabError } from './run.js';
import { stories } from './story/all.js';
import { paste } from './story/paste.js';
import { Teller } from './story/teller.js';

const usage = `story: one upgrade from beginning to end, in the lab, by the commands that a person types

  npm run story -- sbs2000-es [--kit] [--lang en|es]    Small Business Server 2000 to 2003, Wine as Windows
  npm run story -- debian [--lang en|es]                Debian 12 to 13, the release really upgraded (some ten minutes)

  --guide FOLDER    put the output into the guide of this language, where it names it

Needs root on a Debian machine: see lab/README.md. Stops with a sentence when a command ends otherwise than expected.
`;

const print = (text: string): void => void process.stdout.write(text);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kit: { type: 'boolean' }, lang: { type: 'string', default: 'en' }, guide: { type: 'string' } },
  });
  const [wanted] = positionals;
  const story = stories.find(({ name, kit }) => name === wanted && kit === (values.kit ?? false));
  if (!story || !isLanguage(values.lang)) {
    print(usage);
    return 2;
  }
  const profile = profiles.find(({ name }) => name === story.guest);
  if (!profile) throw new LabError(`No profile ${story.guest}.`);
  requireMachine();
  const language: Language = values.lang;
  const folders = layout(labDir());
  const folder = mkdtempSync(join(tmpdir(), 'antesala-story-'));
  print(`${story.title[language]}\n${folder}\n`);
  await alone(folders.dir, () => up(folders, profile, true));
  const teller = new Teller(folder, language, print);
  await story.tell(teller, profile.name);
  print(`\n${story.proven[language]}\n`);
  if (values.guide !== undefined) paste(values.guide, teller.told);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof LabError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
