// Opens the case whose folder is named and folds its state, as a command does; prints what that took. Run by caselog.ts, bundled.
import { openCase } from '../src/caselog/open-case.js';
import { foldCase } from '../src/caselog/state.js';

const [cpu, wall] = [process.cpuUsage(), performance.now()];
const log = await openCase(process.argv[2] ?? '', { now: () => new Date(), actor: 'bench@here', write: false });
const { seq } = foldCase(log.events);
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ seq, cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000 }));
