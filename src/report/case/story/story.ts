import { type Text, same, say } from '../../../i18n/text.js';
import type { CaseReport } from '../../../model/case-report.js';
import type { Section, Story } from './blocks.js';
import { checkingSection, footText } from './checking.js';
import { comparisonSection } from './comparison.js';
import { connectionSection } from './connection.js';
import { courseSection } from './course.js';
import { decisionSection } from './decisions.js';
import { evidenceSection } from './evidence.js';
import { planSection } from './plan.js';
import { putBackSection } from './put-back.js';
import { signatureSection } from './signatures.js';
import { statementSection } from './statements.js';
import { verdictOf } from './verdict.js';

/** The report in the order in which it is read: how it ended, why it was allowed, what was done, what it rests on, how to check it. */
export function storyOf(report: CaseReport): Story {
  const sections: readonly (Section | undefined)[] = [
    putBackSection(report),
    comparisonSection(report),
    decisionSection(report),
    courseSection(report),
    planSection(report),
    statementSection(report),
    connectionSection(report),
    evidenceSection(report),
    signatureSection(report),
    checkingSection(report),
  ];
  return {
    title: same(report.name),
    kicker: say({ en: 'Report on a server upgrade', es: 'Informe de la actualización de un servidor' }),
    under: headLines(report),
    verdict: verdictOf(report),
    sections: sections.filter(section => section !== undefined),
    foot: footText(report),
  };
}

function headLines({ server, host, upgrade, createdAt, createdBy, madeAt }: CaseReport): readonly Text[] {
  const where = same(server ? `${server.computer} · ${host}` : host);
  const path = server && same(`${server.from} → ${server.to}`);
  const seen = upgrade && upgraded(upgrade.from, upgrade.to, upgrade.at);
  return [where, ...(path ? [path] : []), ...(seen ? [seen] : []), times(createdAt, createdBy, madeAt)];
}

const upgraded = (from: string, to: string, at: string): Text =>
  say({
    en: f => `Seen to be upgraded on ${f.moment(at)}: ${from} → ${to}`,
    es: f => `Actualización detectada el ${f.moment(at)}: ${from} → ${to}`,
  });

const times = (created: string, by: string, made: string): Text =>
  say({
    en: f => `Case opened on ${f.moment(created)} by ${by}. Report of ${f.moment(made)}.`,
    es: f => `Caso abierto el ${f.moment(created)} por ${by}. Informe del ${f.moment(made)}.`,
  });
