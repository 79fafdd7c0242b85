import { describe, expect, it } from 'vitest';
import type { CaseEvent, StampedEvent } from '../model/event.js';
import { sampleEvents } from '../testing/case-events.js';
import { eventText } from './event-text.js';

const stamp = { seq: 7, at: '2026-11-25T10:00:00.000Z', actor: 'ana@taller', prev: '0'.repeat(64) };
const told = (event: CaseEvent) => eventText({ ...stamp, ...event } as StampedEvent);

describe('eventText', () => {
  it.each(Object.values(sampleEvents))('says $type in both languages', event => {
    const { en, es } = told(event);
    for (const text of [en, es]) {
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      expect(text.trim().length).toBeGreaterThan(10);
    }
    expect(es).not.toBe(en);
  });

  it.each<[CaseEvent, string, string]>([
    [
      sampleEvents['case-created'],
      'Case “Gestoría Núñez – sbs” created for ssh://ana@sbs, to be upgraded to sbs2000-sbs2003.',
      'Caso «Gestoría Núñez – sbs» creado para ssh://ana@sbs, con destino sbs2000-sbs2003.',
    ],
    [
      { ...sampleEvents['case-created'], to: null },
      'Case “Gestoría Núñez – sbs” created for ssh://ana@sbs.',
      'Caso «Gestoría Núñez – sbs» creado para ssh://ana@sbs.',
    ],
    [
      { ...sampleEvents['facts-gathered'], elevated: false, build: null, product: null },
      'Facts gathered for the plan: unknown system, without administrator rights.',
      'Datos recogidos para el plan: sistema desconocido, sin permisos de administrador.',
    ],
    [
      sampleEvents.intent,
      'About to change service:Norton: found [start=auto, delayed=false, running=true]; to become [start=disabled, delayed=false, running=false].',
      'Se va a cambiar service:Norton: encontrado [start=auto, delayed=false, running=true]; pasará a [start=disabled, delayed=false, running=false].',
    ],
    [
      { ...sampleEvents.intent, found: { present: true, base64: 'A'.repeat(200) } },
      `About to change service:Norton: found [present=true, base64=${'A'.repeat(60)}… (200)]; to become [start=disabled, delayed=false, running=false].`,
      `Se va a cambiar service:Norton: encontrado [present=true, base64=${'A'.repeat(60)}… (200)]; pasará a [start=disabled, delayed=false, running=false].`,
    ],
    [sampleEvents['act-intent'], 'About to do: Mail to 12 people', 'Se va a hacer: Correo a 12 personas'],
    [{ ...sampleEvents['act-intent'], what: 'Mail' }, 'About to do: Mail', 'Se va a hacer: Mail'],
    [
      { ...sampleEvents.outcome, outcome: 'failed', why: 'Acceso denegado' },
      'third-party-services/Norton: could not be changed (Acceso denegado).',
      'third-party-services/Norton: no se ha podido cambiar (Acceso denegado).',
    ],
    [
      sampleEvents['put-back'],
      'third-party-services/Norton: somebody changed it since; left alone. Found [start=manual, delayed=false, running=false]; it had been [start=auto, delayed=false, running=true].',
      'third-party-services/Norton: alguien lo ha cambiado después; no se ha tocado. Encontrado [start=manual, delayed=false, running=false]; antes era [start=auto, delayed=false, running=true].',
    ],
    [
      { ...sampleEvents['put-back'], outcome: 'restored', forced: true },
      'third-party-services/Norton: put back as it was before. Somebody decided so.',
      'third-party-services/Norton: restaurado como estaba. Así lo decidió una persona.',
    ],
    [
      { ...sampleEvents['put-back'], outcome: 'failed', found: 'unknown', why: 'sin respuesta' },
      'third-party-services/Norton: could not be put back (sin respuesta). Found unknown; it had been [start=auto, delayed=false, running=true].',
      'third-party-services/Norton: no se ha podido restaurar (sin respuesta). Encontrado desconocido; antes era [start=auto, delayed=false, running=true].',
    ],
    [
      sampleEvents.attested,
      'Ana Núñez answers “yes” to newest-drivers, until 28 November 2026 at 10:00 UTC (llamé al fabricante).',
      'Ana Núñez responde «sí» a newest-drivers, hasta el 28 de noviembre de 2026 a las 10:00 UTC (llamé al fabricante).',
    ],
    [
      { ...sampleEvents.rehearsed, cuts: 1, differences: 2 },
      'Plan rehearsed (cccccccccccc) with 1 power cut: 2 values not put back.',
      'Plan ensayado (cccccccccccc) con 1 corte de corriente: 2 valores sin restaurar.',
    ],
    [
      sampleEvents['gate-decided'],
      'No-go, decided by Ana, valid until 28 November 2026 at 10:00 UTC; 1 reason against. The proof is too old.',
      'No adelante; lo decide Ana, con validez hasta el 28 de noviembre de 2026 a las 10:00 UTC; 1 motivo en contra. La prueba es demasiado antigua.',
    ],
    [
      sampleEvents['clock-went-back'],
      'The clock of this computer went back by 1 hour: times from here on are earlier than those before.',
      'El reloj de este equipo ha retrocedido 1 hora: desde aquí las horas son anteriores a las de antes.',
    ],
  ])('%#', (event, en, es) => expect(told(event)).toEqual({ en, es }));

  it('makes every outcome a sentence', () => {
    const outcomes = ['changed', 'already', 'left-alone', 'absent', 'failed', 'unknown'] as const;
    const texts = outcomes.map(outcome => told({ ...sampleEvents.outcome, outcome }).es);
    expect(new Set(texts).size).toBe(outcomes.length);
  });
});
