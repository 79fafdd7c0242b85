import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import { jsonObject } from './reading/json-text.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, keysOf, numberIn, rowsOf, textCell, textIn, textOf } from './reading/windows-answers.js';
import { installedDay } from './reading/windows-times.js';
import type { Updates } from './updates.js';
import { hotFixKeys, pendingUpdates, quickFixes, updateKeys, updateResults } from './questions/windows-updates.js';

const questions = {
  quickFixes,
  updateKeys,
  hotFixKeys,
  results: updateResults,
  pending: pendingUpdates,
} as const;

export const updatesOnWindows = reader<Updates, typeof questions>({
  questions,
  parse(answers) {
    const rows = rowsOf(answers.quickFixes);
    const fromKeys = [...updatesInKeys(answers.updateKeys), ...hotFixesInKeys(answers.hotFixKeys)];
    // the keys alone do: where the query hangs (Windows 2000) they hold the same updates
    if (!rows && fromKeys.length === 0) return couldNotRead('Win32_QuickFixEngineering', answers.quickFixes);
    const byId = new Map<string, Updates['installed'][number]>();
    for (const update of [...(rows ?? []).flatMap(quickFix), ...fromKeys]) {
      const before = byId.get(update.id);
      if (!before) byId.set(update.id, update);
      else byId.set(update.id, { ...before, title: before.title ?? update.title, date: before.date ?? update.date });
    }
    const installed = [...byId.values()];
    const { pending, checked } = pendingOf(textOf(answers.pending));
    const days = installed.flatMap(update => update.date ?? []);
    return known({
      installed,
      pending,
      lastInstalled:
        days.reduce<string | undefined>((last, day) => (last && last > day ? last : day), undefined) ??
        result(answers.results, 'Install')?.slice(0, 10),
      lastChecked: checked ?? result(answers.results, 'Detect'),
      broken: [],
    });
  },
});

/** Updates named otherwise ("File 1" of Windows 2003, whose number stands in ServicePackInEffect) and rows without a name. */
function quickFix(row: Readonly<Record<string, unknown>>): readonly Updates['installed'][number][] {
  const cells = row as Readonly<Record<string, string | null>>;
  const id = [cells.HotFixID, cells.ServicePackInEffect]
    .map(cell => updateId(textCell(cell)))
    .find(name => name !== undefined);
  if (id === undefined) return [];
  return [{ id, title: textCell(cells.Description), date: installedDay(textCell(cells.InstalledOn)) }];
}

/** "KB925902" and the "Q828035" of older ones; what follows ("KB925902-v2", "KB917953_0") is the same update. */
function updateId(name: string | undefined): string | undefined {
  return /^(kb|q)\d{5,7}/i.exec(name ?? '')?.[0]?.toUpperCase();
}

function updatesInKeys(answer: Answer): readonly Updates['installed'][number][] {
  return Object.entries(keysOf(answer) ?? {}).flatMap(([key, values]) => {
    const id = updateId(key.slice(key.lastIndexOf('\\') + 1));
    if (id === undefined) return [];
    return [
      {
        id,
        title: textIn(values, 'Description') ?? textIn(values, 'PackageName'),
        date: installedDay(textIn(values, 'InstalledDate')),
      },
    ];
  });
}

function hotFixesInKeys(answer: Answer): readonly Updates['installed'][number][] {
  return Object.entries(keysOf(answer) ?? {}).flatMap(([key, values]) => {
    const id = updateId(key.slice(key.lastIndexOf('\\') + 1));
    if (id === undefined || numberIn(values, 'Installed') === 0) return [];
    return [{ id, title: textIn(values, 'Fix Description'), date: installedDay(textIn(values, 'Installed On')) }];
  });
}

/** "2014-03-14 09:12:00", UTC. */
function result(answer: Answer, name: 'Detect' | 'Install'): string | undefined {
  const text = textIn(keyOf(answer, `${updateResults.key}\\${name}`), 'LastSuccessTime');
  return isoTime(text?.replace(' ', 'T').concat('Z'));
}

function isoTime(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(text)) return undefined;
  const time = new Date(text);
  // COM gives 1899 for "never"
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1990 ? undefined : time.toISOString();
}

function pendingOf(text: string | undefined): { pending: Updates['pending']; checked: string | undefined } {
  const answer = jsonObject(text);
  if (!answer || !Array.isArray(answer.pending)) return { pending: undefined, checked: undefined };
  const pending = (answer.pending as readonly unknown[]).flatMap(entry => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, title, security } = entry as { id?: unknown; title?: unknown; security?: unknown };
    if (typeof id !== 'string' || typeof title !== 'string') return [];
    return [{ id, title, security: typeof security === 'boolean' ? security : undefined }];
  });
  return { pending, checked: isoTime(answer.checked) };
}
