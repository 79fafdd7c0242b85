import { describe, expect, it } from 'vitest';
import { languages, say } from '../../../i18n/text.js';
import { type CaseReport, caseStages } from '../../../model/case-report.js';
import type { StampedEvent } from '../../../model/event.js';
import { aCaseReport } from '../../../testing/case-report.js';
import { sampleEvents } from '../../../testing/case-events.js';
import type { Block, Section, Table } from './blocks.js';
import { checkingSection } from './checking.js';
import { comparisonSection } from './comparison.js';
import { connectionSection } from './connection.js';
import { courseSection } from './course.js';
import { decisionSection } from './decisions.js';
import { storyEventText } from './event.js';
import { evidenceSection } from './evidence.js';
import { planSection } from './plan.js';
import { putBackSection } from './put-back.js';
import { signatureSection } from './signatures.js';
import { statementSection } from './statements.js';
import { storyOf } from './story.js';
import { verdictOf } from './verdict.js';
import { changeInWords, inWords, thingText } from './words.js';

const report = aCaseReport();
const back = report.putBack ?? [];

const tablesOf = (section: Section | undefined): readonly Table[] =>
  (section?.blocks ?? []).filter((block): block is Table => block.kind === 'table');
/** A table as rows of what stands in its cells in Spanish, badges in brackets. */
const rows = (section: Section | undefined, index = 0): readonly string[] =>
  (tablesOf(section)[index]?.rows ?? []).map(row =>
    row
      .map(({ badge, text, under }) =>
        [badge ? `[${badge.text.es}]` : '', text.es, under ? `(${under.es})` : '']
          .filter(part => part !== '')
          .join(' '),
      )
      .join(' | '),
  );
const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(block => ('text' in block ? [block.text.es] : []));

describe('the verdict', () => {
  it.each(caseStages)('of a case that is %s has a title and a sentence in both languages', stage => {
    const { title, text } = verdictOf(aCaseReport({ stage }));
    for (const language of languages) {
      expect(title[language]).not.toBe('');
      expect(text[language]).toMatch(/[.]$/);
      expect(text[language]).not.toMatch(/undefined|NaN|Invalid/);
    }
    expect(text.es).not.toBe(text.en);
  });

  it('names what did not come back, and how many surprises there are', () =>
    expect(verdictOf(report).list.map(text => text.es)).toEqual([
      'Servicio DefWatch: cambiado por otros',
      'Servicio Licencias: ya no existe',
      'La comparación con el estado anterior encontró 2 cambios inesperados (véanse más abajo).',
      'Hay una firma que no corresponde a este registro (véase más abajo).',
    ]));

  it.each<[string, Partial<CaseReport>, RegExp]>([
    [
      'all back',
      { stage: 'put-back', putBack: [0, 1, 2].flatMap(() => back.slice(0, 1)) },
      /^Los 3 elementos modificados por la preparación están como antes\.$/,
    ],
    [
      'one, and it is back',
      { stage: 'put-back', putBack: back.slice(0, 1) },
      /^El único elemento modificado .* está como antes/,
    ],
    ['two of four not back', {}, /^De 4 elementos modificados por la preparación, 2 no están como antes ni se han/],
    [
      'one back, one accepted',
      { stage: 'put-back', putBack: [...back.slice(0, 1), ...back.slice(3)] },
      /^De 2 elementos modificados por la preparación, 1 está como antes y 1 se acepta tal como se encontró\.$/,
    ],
    ['no-go', { stage: 'decided-no-go', decisions: report.decisions.slice(1) }, /^1 motivo impide la actualización\.$/],
    ['go', { stage: 'decided-go' }, /hasta el 26 de noviembre de 2026 a las 8:41 UTC/],
  ])('%s', (_, more, expected) => expect(verdictOf(aCaseReport(more)).text.es).toMatch(expected));

  it('says that somebody upgraded without a go', () => {
    const calm = { comparison: null, signatures: [], stage: 'upgraded' } as const;
    const list = (decisions: CaseReport['decisions']): readonly string[] =>
      verdictOf(aCaseReport({ ...calm, decisions })).list.map(text => text.en);
    const noGo = report.decisions.slice(1).map(decision => ({ ...decision, standing: 'used' as const }));
    expect(list(report.decisions)).toEqual([]);
    expect(list(noGo)).toEqual(['The server was upgraded although the last decision was no-go.']);
    expect(list([])).toEqual(['The server was upgraded without a decision.']);
  });
});

describe('what was put back', () => {
  it('shows every value, what did not come back first', () =>
    expect(rows(putBackSection(report))).toEqual([
      'Servicio DefWatch | automático, en marcha | deshabilitado, detenido | manual, detenido | [cambiado por otros] | 2026-11-25 23:05 (ana@taller)',
      'Servicio Licencias | automático, en marcha | deshabilitado, detenido | no existe | [ya no existe] (Lo aceptó Luis Peña el 25 de noviembre de 2026 a las 23:30 UTC (Pasa a ser manual), pero después ha vuelto a cambiar: esa aceptación ya no vale.) | 2026-11-25 23:05 (ana@taller)',
      'Servicio Fax | automático, en marcha | deshabilitado, detenido | manual, detenido | [cambiado por otros, aceptado] (Aceptado por Ana Núñez el 26 de noviembre de 2026 a las 8:00 UTC: El cliente ya no usa el fax) | 2026-11-25 23:05 (ana@taller)',
      'Servicio APC | automático, en marcha | deshabilitado, detenido | automático, en marcha | [restaurado] | 2026-11-25 23:05 (ana@taller)',
    ]));

  it.each<[Partial<(typeof back)[number]>, string]>([
    [
      { outcome: 'pending', at: null, by: null },
      'Servicio APC | automático, en marcha | deshabilitado, detenido | – | [sin restaurar todavía] | –',
    ],
    [
      { outcome: 'failed', why: '1053', left: 'unknown' },
      'Servicio APC (1053) | automático, en marcha | deshabilitado, detenido | no se sabe | [fallido] | 2026-11-25 23:05 (ana@taller)',
    ],
    [
      { forced: true },
      'Servicio APC | automático, en marcha | deshabilitado, detenido | automático, en marcha (Encontrado: deshabilitado, detenido – una persona decidió restaurarlo igualmente.) | [restaurado] | 2026-11-25 23:05 (ana@taller)',
    ],
  ])('%#', (more, expected) =>
    expect(
      rows(putBackSection(aCaseReport({ putBack: back.slice(0, 1).map(item => ({ ...item, ...more })) }))),
    ).toEqual([expected]),
  );

  it('is left out when nothing was touched', () =>
    expect(putBackSection(aCaseReport({ putBack: null }))).toBeUndefined());
});

describe('before and after', () => {
  it('has a line for each surprise, and one for a thing that is gone as a whole', () =>
    expect(rows(comparisonSection(report))).toEqual([
      'Servicios (Licencias) | existe | ya no existe',
      'Servicios (DefWatch / state) | running | stopped',
    ]));

  it('without surprises says so', () => {
    const found = report.comparison && { ...report.comparison.found, facts: [], unexpected: 0 };
    const section = comparisonSection(aCaseReport({ comparison: found && { at: '', found } }));
    expect(textsOf(section?.blocks ?? [])).toContain('No ha cambiado nada inesperado.');
    expect(tablesOf(section)).toEqual([]);
  });
});

describe('the other parts', () => {
  it('decisions: all of them, and the reasons of the last', () => {
    expect(rows(decisionSection(report))).toEqual([
      '[ADELANTE] | Ana Núñez | 2026-11-25 20:41 | 2026-11-26 08:41 | tras ella se actualizó',
      '[NO ADELANTE] | Ana Núñez | 2026-11-25 20:31 | 2026-11-26 08:31 | se decidió de nuevo',
    ]);
    expect(textsOf(decisionSection(report).blocks)).toEqual([
      'Se sabía y no lo impedía',
      'Se apoya en 1 respuesta de personas (véase «Qué han declarado las personas»).',
    ]);
    expect(textsOf(decisionSection(aCaseReport({ decisions: [] })).blocks)).toEqual(['Todavía no ha decidido nadie.']);
  });

  it('the course: main events, and all of them folded', () => {
    expect(rows(courseSection(report))).toEqual([
      '20:00:01 | Caso creado. | ana@taller | 1',
      '20:00:30 | Adelante. | ana@taller | 30',
    ]);
    expect(courseSection(report).blocks.filter(block => block.kind === 'folded')).toHaveLength(1);
  });

  it('the plan: what became of each item, how long, and what has no undo', () => {
    expect(rows(planSection(report))).toEqual([
      'Detener «DefWatch». | automático, en marcha → deshabilitado, detenido | [cambiado] | 2026-11-25 20:31 (ana@taller) | 2 segundos',
      'Un aviso en pantalla. (Punto sin retorno: desde aquí no todo se puede restaurar. No se puede deshacer. Ya se ha visto.) | – | [fallido] (msg.exe: 5) | 2026-11-25 20:31 (ana@taller) | menos de 1 segundo',
    ]);
    expect(planSection(aCaseReport({ plan: null }))).toBeUndefined();
  });

  it('statements: waivers first, with reason, end and whether they count', () => {
    expect(rows(statementSection(report))).toEqual([
      'disk-space | Se amplía en enero: cuesta 90 € | Luis Peña (2026-11-25 20:40) | 2026-12-25 20:40 | [ha caducado]',
    ]);
    expect(rows(statementSection(report), 1)).toEqual([
      '¿Hay copia? (recent-backup) | Sí (Disco externo) | Ana Núñez (2026-11-25 20:40) | 2026-11-26 20:40 | [sí]',
    ]);
  });

  it('the connection sheet: room to write for what is needed and unknown, nothing for the rest', () => {
    expect(rows(connectionSection(report))).toEqual([
      'Nombre | SERVIDOR | el servidor',
      `Servidores DNS | ${'_'.repeat(30)} | –`,
    ]);
    expect(textsOf(connectionSection(report)?.blocks ?? [])).toContain('Todavía falta: Servidores DNS.');
  });

  it('evidence: what it shows, with its figures, size and hash', () =>
    expect(rows(evidenceSection(report))).toEqual([
      `Cómo estaba el servidor: sus respuestas a todas las preguntas (recording-plan.json) | 2026-11-25 20:01 (evento 2) | 58,7 KiB | ${'a'.repeat(64)}`,
      `Un análisis antivirus (análisis.log · files: 48211 · drives: C:, D:) | 2026-11-25 20:03 (evento 8) | 812 B | ${'b'.repeat(64)}`,
    ]));

  it('signatures: what each covers, and that one does not hold', () => {
    expect(rows(signatureSection(report))).toEqual([
      'Ana Núñez | 2026-11-26 08:00 | eventos 1 a 38; no el posterior | MCowBQYDK2VwAyEA | [sí]',
      'Luis Peña | 2026-11-26 08:30 | eventos 1 a 39 | MCowBQYDK2VwAyEB | [no]',
    ]);
    expect(textsOf(signatureSection(aCaseReport({ signatures: [] })).blocks).at(-1)).toMatch(/^Nadie ha firmado/);
  });

  it('checking: the command, the head, and the copy on the server', () => {
    const texts = textsOf(checkingSection(report).blocks);
    expect(texts).toContain('antesala verify INFORME --case CASO');
    expect(texts).toContain('e'.repeat(64));
    expect(texts.join(' ')).toContain('Guardada hasta el evento 38 (20 KiB)');
    const differs = { at: '2026-11-25T23:20:00.000Z', found: 10, expected: 20 };
    const copy = report.copy && { ...report.copy, differs };
    expect(textsOf(checkingSection(aCaseReport({ copy })).blocks).join(' ')).toContain('10 bytes en lugar de 20');
    expect(textsOf(checkingSection(aCaseReport({ copy: null })).blocks).at(-1)).toMatch(/ninguna copia/);
  });

  it('of a case that was only created are few, and none is empty', () => {
    const { sections } = storyOf(
      aCaseReport({
        server: null,
        stage: 'created',
        decisions: [],
        upgrade: null,
        plan: null,
        rehearsal: null,
        statements: [],
        putBack: null,
        comparison: null,
        connection: null,
        evidence: [],
        copy: null,
        signatures: [],
      }),
    );
    expect(sections.map(({ id }) => id)).toEqual(['decisions', 'course', 'signatures', 'checking']);
    expect(sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
  });
});

describe('states in words', () => {
  it.each([
    [{ start: 'auto', delayed: true, running: true }, 'automático (retrasado), en marcha'],
    [{ start: 'disabled', delayed: false, running: false }, 'deshabilitado, detenido'],
    [{ masked: true, enabled: false, active: false }, 'enmascarada sí, habilitada no, activa no'],
    [{ present: true, base64: 'QUJD'.repeat(50) }, 'QUJDQUJDQUJD… (200 caracteres)'],
    [{ value: 'x' }, 'valor x'],
    ['absent' as const, 'no existe'],
  ])('%j', (state, expected) => expect(inWords(state).es).toBe(expected));

  it('a change that changes nothing says so', () =>
    expect(changeInWords({ value: 'x' }, { value: 'x' }).es).toBe('queda como está'));

  it.each([
    ['service:Norton AntiVirus Server', 'Servicio Norton AntiVirus Server'],
    ['registry-value:HKLM\\a:b\\c', 'Valor del Registro HKLM\\a:b\\c'],
    ['whatever', 'whatever'],
  ])('%s', (name, expected) => expect(thingText(name).es).toBe(expected));
});

describe('an event as a story tells it', () => {
  const stamp = { seq: 7, at: '2026-11-25T10:00:00.000Z', actor: 'ana@taller', prev: '0'.repeat(64) };
  const names = {
    step: (id: string) => (id === 'third-party-services' ? say({ en: 'Services', es: 'Servicios' }) : undefined),
    resource: (item: string) => (item.endsWith('Norton') ? 'service:Norton' : undefined),
  };
  it.each([
    ['gate-decided', 'No adelante; lo decide Ana: 1 motivo en contra.'],
    ['step-ended', 'Servicios: hecho.'],
    ['step-started', 'Servicios: inicio.'],
    ['outcome', 'Servicio Norton: cambiado.'],
    ['put-back', 'Servicio Norton: alguien lo ha cambiado después; no se ha tocado.'],
    ['signed', 'Firmado electrónicamente por Ana: todo hasta el evento 6.'],
    ['handed-over', 'El servidor está listo: actualícelo ahora.'],
  ] as const)('%s', (type, expected) => {
    const event = { ...stamp, ...sampleEvents[type] } as StampedEvent;
    expect(storyEventText(event, names).es).toBe(expected);
  });

  it('names what has no name by its id', () => {
    const event = { ...stamp, ...sampleEvents.outcome } as StampedEvent;
    const nameless = { step: () => undefined, resource: () => undefined };
    expect(storyEventText(event, nameless)).toEqual(
      say({ en: 'third-party-services/Norton: changed.', es: 'third-party-services/Norton: cambiado.' }),
    );
  });
});
