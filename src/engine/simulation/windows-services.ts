import { driverStates, serviceKeys, serviceStates } from '../../facts/questions/windows-services.js';
import { keysOf, listIn, numberIn, rowsOf, textCell } from '../../facts/reading/windows-answers.js';
import type { Projection, SimulatedService } from '../../hosts/simulated/projection.js';
import type { Answer, Answers, RegistryValue, Row } from '../../model/answer.js';

type Values = Readonly<Record<string, RegistryValue>>;
type Keys = Readonly<Record<string, Values>>;

/** Services and drivers of Windows in the raw answers: their keys, and the rows of WMI that tell which of them run. */
export const windowsServicesInAnswers: Projection<SimulatedService> = {
  questions: [serviceKeys.id, serviceStates.id, driverStates.id],

  read(answers) {
    const keys = keysAt(answers, serviceKeys.id) ?? {};
    const told = [...rowsAt(answers, serviceStates.id), ...rowsAt(answers, driverStates.id)];
    const states = new Map(told.map(row => [textCell(row.Name)?.toLowerCase(), textCell(row.State)]));
    const triggered = new Set(Object.keys(keys).flatMap(key => triggeredService(key) ?? []));
    const services = Object.entries(keys).flatMap(([key, values]): SimulatedService[] => {
      const name = serviceAt(key);
      const type = numberIn(values, 'Type');
      if (name === undefined || type === undefined || (type & 0x3f) === 0) return [];
      const start = startNames[numberIn(values, 'Start') ?? -1] ?? 'unknown';
      const state = states.get(name.toLowerCase());
      return [
        {
          name,
          driver: (type & 0x30) === 0,
          start,
          delayed: numberIn(values, 'DelayedAutostart') === 1,
          // not told: as after a start of the host
          running: state === undefined ? ['boot', 'system', 'auto'].includes(start) : state !== 'Stopped',
          pending: false,
          doomed: false,
          dependsOn: listIn(values, 'DependOnService'),
          triggered: triggered.has(name.toLowerCase()),
        },
      ];
    });
    // what the recording left out cannot have kept the others from running
    const names = new Set(services.map(({ name }) => name.toLowerCase()));
    return services.map(service => ({
      ...service,
      dependsOn: service.dependsOn.filter(needed => names.has(needed.toLowerCase())),
    }));
  },

  write(answers, changed) {
    if (changed.size === 0) return answers;
    return withParts(
      answers,
      keys => keysWith(keys, changed),
      rows => rowsWith(rows, changed),
    );
  },

  merge(answers, other) {
    const here = new Set(Object.keys(keysAt(answers, serviceKeys.id) ?? {}).map(key => key.toLowerCase()));
    const isNew = (key: string) => !here.has(key.toLowerCase());
    const keys = Object.entries(keysAt(other, serviceKeys.id) ?? {}).filter(([key]) => isNew(key));
    return withParts(
      answers,
      old => ({ ...old, ...Object.fromEntries(keys) }),
      (rows, id) => [...rows, ...rowsAt(other, id).filter(row => isNew(`${below}${textCell(row.Name)}`))],
    );
  },
};

const startNames: readonly SimulatedService['start'][] = ['boot', 'system', 'auto', 'manual', 'disabled'];
const modes = {
  boot: 'Boot',
  system: 'System',
  auto: 'Auto',
  manual: 'Manual',
  disabled: 'Disabled',
  unknown: 'Unknown',
};

type Changed = ReadonlyMap<string, SimulatedService | 'gone'>;

function keysWith(keys: Keys, changed: Changed): Keys {
  const kept = Object.entries(keys).flatMap(([key, values]): [string, Values][] => {
    const service = changed.get(ownerOf(key)?.toLowerCase() ?? '');
    if (service === 'gone') return [];
    return [[key, service && serviceAt(key) !== undefined ? valuesOf(service, values) : values]];
  });
  return Object.fromEntries(kept);
}

/** DeleteFlag is what DeleteService leaves in the key of a service that still runs. */
function valuesOf({ start, delayed, doomed }: SimulatedService, values: Values): Values {
  const number = startNames.indexOf(start);
  return {
    ...values,
    ...(number < 0 ? {} : { Start: { type: 'dword', value: number } }),
    ...(delayed || values.DelayedAutostart ? { DelayedAutostart: { type: 'dword', value: delayed ? 1 : 0 } } : {}),
    ...(doomed ? { DeleteFlag: { type: 'dword', value: 1 } } : {}),
  };
}

function rowsWith(rows: readonly Row[], changed: Changed): readonly Row[] {
  return rows.flatMap(row => {
    const service = changed.get(textCell(row.Name)?.toLowerCase() ?? '');
    if (service === 'gone') return [];
    if (!service) return [row];
    const { running, pending, start } = service;
    const State = pending ? 'Stop Pending' : !running ? 'Stopped' : row.State === 'Paused' ? 'Paused' : 'Running';
    return [{ ...row, State, ...('StartMode' in row ? { StartMode: modes[start] } : {}) }];
  });
}

function withParts(
  answers: Answers,
  keys: (keys: Keys) => Keys,
  rows: (rows: readonly Row[], id: string) => readonly Row[],
): Answers {
  const changed: Record<string, Answer> = {};
  const { [serviceKeys.id]: tree } = answers;
  if (tree?.state === 'ok' && 'keys' in tree) changed[serviceKeys.id] = { ...tree, keys: keys(tree.keys) };
  for (const id of [serviceStates.id, driverStates.id]) {
    const answer = answers[id];
    if (answer?.state === 'ok' && 'rows' in answer) changed[id] = { ...answer, rows: rows(answer.rows, id) };
  }
  return { ...answers, ...changed };
}

function keysAt(answers: Answers, id: string): Keys | undefined {
  const answer = answers[id];
  return answer && keysOf(answer);
}

function rowsAt(answers: Answers, id: string): readonly Row[] {
  const answer = answers[id];
  return (answer && rowsOf(answer)) ?? [];
}

const below = `${serviceKeys.key.toLowerCase()}\\`;

/** The service a key belongs to. */
function ownerOf(key: string): string | undefined {
  return key.toLowerCase().startsWith(below) ? key.slice(below.length).split('\\')[0] : undefined;
}

/** The service whose own key it is. */
function serviceAt(key: string): string | undefined {
  const owner = ownerOf(key);
  return owner !== undefined && key.length === below.length + owner.length ? owner : undefined;
}

function triggeredService(key: string): string | undefined {
  const owner = ownerOf(key)?.toLowerCase();
  return owner !== undefined && key.toLowerCase() === `${below}${owner}\\triggerinfo` ? owner : undefined;
}
