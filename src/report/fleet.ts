import type picocolors from 'picocolors';
import { formatsFor } from '../i18n/formats.js';
import { type Language, type Text, say } from '../i18n/text.js';
import { type Assessment, type Verdict, blocks } from '../model/assessment.js';
import { plainTable } from './table.js';
import { visible } from './visible.js';
import { verdictTitles } from './wording.js';

/** One host of many: what the summary needs, and no more. */
export type FleetRow =
  | {
      readonly host: string;
      readonly computer: string;
      readonly from: string;
      readonly to: string;
      readonly verdict: Verdict;
      readonly open: number;
      /** How many findings block, as the host's own report counts them. */
      readonly blocking: number;
      /** Their checks, each once. */
      readonly blockers: readonly { readonly check: string; readonly title: Text }[];
      readonly failure?: undefined;
    }
  | { readonly host: string; readonly failure: Text };

export function fleetRow(host: string, assessment: Assessment): FleetRow {
  const blocking = assessment.findings.filter(blocks);
  const titles = new Map(blocking.map(finding => [finding.check, finding.title]));
  return {
    host,
    computer: assessment.recording.computer,
    from: assessment.from.name,
    to: assessment.to.name,
    verdict: assessment.verdict,
    open: assessment.findings.filter(finding => finding.state === 'manual').length,
    blocking: blocking.length,
    blockers: [...titles].map(([check, title]) => ({ check, title })),
  };
}

interface Look {
  readonly language: Language;
  readonly colors: ReturnType<typeof picocolors.createColors>;
}

/** Two tables: every host with its verdict, and what blocks how many of them, the most frequent first. */
export function fleetReport(rows: readonly FleetRow[], look: Look): string {
  return `${hostTable(rows, look)}\n\n${blockerTable(rows, look)}\n`;
}

function hostTable(rows: readonly FleetRow[], { language, colors }: Look): string {
  const f = formatsFor(language);
  const cells = rows.map(row => {
    if (row.failure) return [visible(row.host), '', colors.red(words.notReached[language]), '', ''];
    const paint = row.verdict === 'ready' ? colors.green : row.verdict === 'not-ready' ? colors.red : colors.yellow;
    return [
      visible(`${row.computer} (${row.host})`),
      `${row.from} → ${row.to}`,
      paint(verdictTitles[row.verdict][language]),
      f.number(row.blocking),
      f.number(row.open),
    ];
  });
  return plainTable(
    words.hostHead.map(text => colors.bold(text[language])),
    cells,
  );
}

function blockerTable(rows: readonly FleetRow[], { language, colors }: Look): string {
  const found = new Map<string, { readonly title: Text; readonly hosts: string[] }>();
  for (const row of rows) {
    if (row.failure) continue;
    for (const { check, title } of row.blockers) {
      const entry = found.get(check) ?? { title, hosts: [] };
      entry.hosts.push(row.computer);
      found.set(check, entry);
    }
  }
  if (found.size === 0) return words.noBlockers[language];
  const f = formatsFor(language);
  const cells = [...found]
    .toSorted((a, b) => b[1].hosts.length - a[1].hosts.length || (a[0] < b[0] ? -1 : 1))
    .map(([check, { title, hosts }]) => [
      `${title[language]} (${check})`,
      f.number(hosts.length),
      visible(f.list(hosts, 5)),
    ]);
  return plainTable(
    words.blockerHead.map(text => colors.bold(text[language])),
    cells,
  );
}

const words = {
  hostHead: [
    say({ en: 'Server', es: 'Servidor' }),
    say({ en: 'Upgrade', es: 'Actualización' }),
    say({ en: 'Verdict', es: 'Resultado' }),
    say({ en: 'Blockers', es: 'Impedimentos' }),
    say({ en: 'Questions', es: 'Preguntas' }),
  ],
  blockerHead: [
    say({ en: 'What blocks', es: 'Qué lo impide' }),
    say({ en: 'Servers', es: 'Servidores' }),
    say({ en: 'Which', es: 'Cuáles' }),
  ],
  notReached: say({ en: 'No facts', es: 'Sin datos' }),
  noBlockers: say({ en: 'Nothing blocks on any of them.', es: 'Nada lo impide en ninguno de ellos.' }),
};
