// A process of its own that works on a case, for tests that kill it or let several of them meet: MODE FOLDER
import { writeSync } from 'node:fs';
import { CaseError } from '../model/case-error.js';
import type { CaseEvent } from '../model/event.js';
import { openCase } from '../caselog/open-case.js';
import { sampleEvents } from './case-events.js';

const [mode, folder = ''] = process.argv.slice(2);
const tell = (text: string): void => void writeSync(1, `${text}\n`);

try {
  if (mode === 'hold' || mode === 'race') {
    // All racers are ready before one begins
    if (mode === 'race') await told();
    const log = await openCase(folder, { write: true, actor: `p${process.pid}@test`, now: () => new Date() });
    tell('open');
    await told();
    await log.close();
    tell('closed');
  } else {
    await appendForever();
  }
} catch (error) {
  tell(error instanceof CaseError ? error.kind : String(error));
} finally {
  // else it would wait for what it is told, for ever
  process.stdin.destroy();
}

/** Appends one to three events at a time, now and then evidence, and tells each number once it has been acknowledged. */
async function appendForever(): Promise<void> {
  const log = await openCase(folder, { write: true, actor: `p${process.pid}@test`, now: () => new Date() });
  tell('open');
  const events: readonly CaseEvent[] = [sampleEvents.intent, sampleEvents.outcome, sampleEvents['choices-made']];
  for (let turn = 1; ; turn += 1) {
    if (turn % 7 === 0) await log.store({ kind: 'scan', name: 'x', bytes: Buffer.from(`evidence ${turn}`) });
    else await log.append(...events.slice(0, 1 + (turn % 3)));
    tell(String(log.events.length));
  }
}

function told(): Promise<void> {
  tell('ready');
  return new Promise(resolve => {
    process.stdin.once('data', () => resolve()).once('end', () => resolve());
  });
}
