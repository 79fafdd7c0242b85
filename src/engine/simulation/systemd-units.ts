import { type Unit, systemdUnits, unitsOf } from '../../facts/linux/units.js';
import type { Projection, SimulatedUnit } from '../../hosts/simulated/projection.js';
import type { Answers } from '../../model/answer.js';

/** Units of systemd in the raw answer to `systemd-units`: a line each, by tabs (id, state, state of the file, …). */
export const systemdUnitsInAnswers: Projection<SimulatedUnit> = {
  questions: [systemdUnits.id],

  read(answers) {
    const answer = answers[systemdUnits.id];
    const found = answer && unitsOf(answer);
    return found?.units.map(unit => simulated(unit, found.live, found.byId)) ?? [];
  },

  write(answers, changed) {
    if (changed.size === 0) return answers;
    const live = textAt(answers).startsWith('systemd\n');
    return withLines(answers, lines =>
      lines.flatMap(line => {
        const cells = line.split('\t');
        const unit = cells.length === 11 ? changed.get(cells[0] ?? '') : undefined;
        if (unit === 'gone') return [];
        return [unit ? lineOf(unit, cells, live) : line];
      }),
    );
  },

  merge(answers, other) {
    const names = new Set(textAt(answers).split('\n').map(nameIn));
    const added = textAt(other)
      .split('\n')
      .filter(line => line.includes('\t') && !names.has(nameIn(line)));
    return withLines(answers, lines => [...lines.filter(line => line !== ''), ...added, '']);
  },
};

function simulated(unit: Unit, live: boolean, byId: ReadonlyMap<string, Unit>): SimulatedUnit {
  const { id, active, fileState, file, requires, triggeredBy } = unit;
  const enabled = fileState === 'enabled';
  return {
    name: id,
    masked: fileState === 'masked' || fileState === 'masked-runtime',
    enabled,
    // where systemd does not run, it is not told: as after a start of the host
    active: live ? runs.has(active) : enabled,
    pending: false,
    ownFile: file.startsWith('/etc/systemd/system/'),
    installable: enabled || fileState === 'disabled',
    pulledIn: !enabled && fileState !== 'disabled',
    // what the recording left out cannot have kept it from running
    requires: requires.filter(needed => byId.has(needed)),
    triggeredBy,
  };
}

const runs = new Set(['active', 'reloading', 'refreshing', 'activating', 'deactivating', 'maintenance']);

function lineOf(unit: SimulatedUnit, cells: readonly string[], live: boolean): string {
  const [id = '', active = '', fileState = '', ...rest] = cells;
  const masked = unit.masked && !unit.ownFile;
  const byLinks = unit.enabled
    ? 'enabled'
    : fileState === 'enabled' || fileState.startsWith('masked')
      ? 'disabled'
      : fileState;
  const state = unit.pending ? 'deactivating' : unit.active ? (runs.has(active) ? active : 'active') : 'inactive';
  return [id, live ? state : active, masked ? 'masked' : byLinks, ...rest].join('\t');
}

function nameIn(line: string): string {
  return line.slice(0, Math.max(0, line.indexOf('\t')));
}

function textAt(answers: Answers): string {
  const answer = answers[systemdUnits.id];
  return answer?.state === 'ok' && 'text' in answer ? answer.text : '';
}

function withLines(answers: Answers, change: (lines: readonly string[]) => readonly string[]): Answers {
  const answer = answers[systemdUnits.id];
  if (answer?.state !== 'ok' || !('text' in answer)) return answers;
  return { ...answers, [systemdUnits.id]: { ...answer, text: change(answer.text.split('\n')).join('\n') } };
}
