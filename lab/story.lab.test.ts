import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { down, status, up } from './guests.js';
import { labDir, layout, sourceDir } from './paths.js';
import { profiles } from './profiles/index.js';
import { stories } from './story/all.js';

const reason =
  !process.env['ANTESALA_LAB'] || !process.env['ANTESALA_STORY']
    ? 'ANTESALA_LAB and ANTESALA_STORY are not both 1: the stories take long and were not asked for'
    : process.getuid?.() !== 0 || !existsSync('/etc/debian_version')
      ? 'the lab needs root on a Debian machine'
      : undefined;
if (reason) process.stderr.write(`lab/story.lab.test.ts skipped: ${reason}\n`);

const long = process.env['ANTESALA_STORY_DEBIAN'] !== '1';
if (!reason && long) {
  process.stderr.write(
    'lab/story.lab.test.ts: the story of Debian is left out, since a release upgrade takes some ten minutes; ANTESALA_STORY_DEBIAN=1 takes it in\n',
  );
}

const folders = layout(labDir());
const told = stories.filter(story => !(long && story.name === 'debian'));

/** The story as a reader tells it, in a process of its own; its last words when it stops. */
function tell(args: readonly string[]): Promise<{ readonly exit: number | null; readonly said: string }> {
  const project = dirname(sourceDir);
  const child = spawn(process.execPath, [join(project, 'node_modules/tsx/dist/cli.mjs'), 'lab/story.ts', ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-6000);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', exit => resolve({ exit, said }));
  });
}

describe.skipIf(reason !== undefined)('the story of an upgrade', { timeout: 1_800_000 }, () => {
  // The other tests expect the guests as their profiles say, and those that ran still running.
  afterAll(async () => {
    for (const name of new Set(told.map(story => story.guest))) {
      const profile = profiles.find(one => one.name === name);
      if (!profile) continue;
      if ((await status(folders, profile)).state === 'up') await up(folders, profile, true);
      else await down(folders, name);
    }
  }, 600_000);

  // One language each: every sentence that is asked for exists in both, or it would not compile.
  const inTurn = told.map(story => ({ story, language: story.name === 'sbs2000-es' && !story.kit ? 'es' : 'en' }));

  it.each(inTurn)('$story.name, kit: $story.kit, in $language', async ({ story, language }) => {
    const { exit, said } = await tell([story.name, ...(story.kit ? ['--kit'] : []), '--lang', language]);
    expect(exit === 0 ? '' : said).toBe('');
  });
});
