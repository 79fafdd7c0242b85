import { type Text, say, sentences } from '../i18n/text.js';
import type { StampedEvent } from '../model/event.js';
import { changeText } from './event-text-changes.js';
import { gatherTexts, runTexts, stepOutcomeTexts } from './event-words.js';

/**
 * What one event of a case log says, as a sentence for people. What came from a host or a person stands in it as it is: make the text
 * visible where it is shown.
 */
export function eventText(event: StampedEvent): Text {
  switch (event.type) {
    case 'intent':
    case 'outcome':
    case 'put-back-intent':
    case 'put-back':
    case 'accepted':
    case 'act-intent':
    case 'act-outcome':
      return changeText(event);
    case 'attested':
    case 'waived':
    case 'gate-decided':
    case 'signed':
    case 'noted':
      return peopleText(event);
    case 'kit-log-joined':
    case 'lock-taken-over':
    case 'torn-line-set-aside':
    case 'clock-went-back':
    case 'copy-kept':
    case 'copy-differs':
    case 'copy-compared':
    case 'evidence-stored':
      return recordText(event);
    case 'case-created':
    case 'facts-gathered':
    case 'choices-made':
    case 'plan-made':
    case 'rehearsed':
    case 'run-started':
    case 'run-ended':
    case 'step-started':
    case 'step-ended':
    case 'handed-over':
    case 'upgrade-seen':
      return courseText(event);
  }
}

type Of<T extends StampedEvent['type']> = Extract<StampedEvent, { readonly type: T }>;

function courseText(
  event: Of<
    | 'case-created'
    | 'facts-gathered'
    | 'choices-made'
    | 'plan-made'
    | 'rehearsed'
    | 'run-started'
    | 'run-ended'
    | 'step-started'
    | 'step-ended'
    | 'handed-over'
    | 'upgrade-seen'
  >,
): Text {
  switch (event.type) {
    case 'case-created': {
      const { name, host, to } = event;
      return say({
        en: `Case “${name}” created for ${host}${to === null ? '' : `, to be upgraded to ${to}`}.`,
        es: `Caso «${name}» creado para ${host}${to === null ? '' : `, con destino ${to}`}.`,
      });
    }
    case 'facts-gathered': {
      const { purpose, product, build, elevated } = event;
      const system = { en: product ?? 'unknown system', es: product ?? 'sistema desconocido' };
      const number = build === null ? '' : ` (${build})`;
      return say({
        en: `Facts gathered ${gatherTexts[purpose].en}: ${system.en}${number}${elevated ? '' : ', without administrator rights'}.`,
        es: `Datos recogidos ${gatherTexts[purpose].es}: ${system.es}${number}${elevated ? '' : ', sin permisos de administrador'}.`,
      });
    }
    case 'choices-made': {
      const { leftOut, own } = event.choices;
      return say({
        en: f =>
          `Choices for the plan noted: ${f.plural(leftOut.length, '# thing left out', '# things left out')}, ${f.plural(own.length, '# step of one’s own', '# steps of one’s own')}.`,
        es: f =>
          `Decisiones para el plan anotadas: ${f.plural(leftOut.length, '# elemento omitido', '# elementos omitidos')} y ${f.plural(own.length, '# paso propio', '# pasos propios')}.`,
      });
    }
    case 'plan-made':
      return say({ en: `Plan made (${short(event.plan)}).`, es: `Plan elaborado (${short(event.plan)}).` });
    case 'rehearsed':
      return say({
        en: f =>
          `Plan rehearsed (${short(event.plan)}) with ${f.plural(event.cuts, '# power cut', '# power cuts')}: ${f.plural(event.differences, '# value', '# values')} not put back.`,
        es: f =>
          `Plan ensayado (${short(event.plan)}) con ${f.plural(event.cuts, '# corte de corriente', '# cortes de corriente')}: ${f.plural(event.differences, '# valor', '# valores')} sin restaurar.`,
      });
    case 'run-started':
      return say({ en: `${runTexts[event.run].en}: started.`, es: `${runTexts[event.run].es}: inicio.` });
    case 'run-ended': {
      const how = runOutcomes[event.outcome];
      return say({ en: `${runTexts[event.run].en}: ${how.en}.`, es: `${runTexts[event.run].es}: ${how.es}.` });
    }
    case 'step-started':
      return say({ en: `Step ${event.step}: started.`, es: `Paso ${event.step}: inicio.` });
    case 'step-ended': {
      const how = stepOutcomeTexts[event.outcome];
      return say({ en: `Step ${event.step}: ${how.en}.`, es: `Paso ${event.step}: ${how.es}.` });
    }
    case 'handed-over':
      return say({ en: 'The server is ready: upgrade now.', es: 'El servidor está listo: actualícelo ahora.' });
    case 'upgrade-seen':
      return say({
        en: `The upgrade has happened: ${event.from} became ${event.to}${event.build === null ? '' : ` (${event.build})`}.`,
        es: `La actualización se ha realizado: de ${event.from} a ${event.to}${event.build === null ? '' : ` (${event.build})`}.`,
      });
  }
}

function peopleText(event: Of<'attested' | 'waived' | 'gate-decided' | 'signed' | 'noted'>): Text {
  switch (event.type) {
    case 'attested': {
      const said = event.answer === 'yes' ? { en: 'yes', es: 'sí' } : { en: 'no', es: 'no' };
      const note = event.note === null ? '' : ` (${event.note})`;
      return say({
        en: f => `${event.by} answers “${said.en}” to ${event.key}, until ${f.moment(event.until)}${note}.`,
        es: f => `${event.by} responde «${said.es}» a ${event.key}, hasta el ${f.moment(event.until)}${note}.`,
      });
    }
    case 'waived':
      return say({
        en: f => `${event.by} waives ${event.key} until ${f.moment(event.until)}: ${event.reason}`,
        es: f => `${event.by} asume ${event.key} hasta el ${f.moment(event.until)}: ${event.reason}`,
      });
    case 'gate-decided': {
      const blocking = event.reasons.filter(reason => reason.blocks).length;
      const verdict = event.verdict === 'go' ? { en: 'Go', es: 'Adelante' } : { en: 'No-go', es: 'No adelante' };
      const head = say({
        en: f =>
          `${verdict.en}, decided by ${event.by}, valid until ${f.moment(event.expires)}; ${f.plural(blocking, '# reason against', '# reasons against')}.`,
        es: f =>
          `${verdict.es}; lo decide ${event.by}, con validez hasta el ${f.moment(event.expires)}; ${f.plural(blocking, '# motivo en contra', '# motivos en contra')}.`,
      });
      return sentences(head, ...event.reasons.filter(reason => reason.blocks).map(reason => reason.text));
    }
    case 'signed':
      return say({
        en: `Signed by ${event.by}, with the key ${event.publicKey}: everything up to event ${event.seq - 1}.`,
        es: `Firmado por ${event.by}, con la clave ${event.publicKey}: todo hasta el evento ${event.seq - 1}.`,
      });
    case 'noted':
      return say({ en: `${event.by}: ${event.text.en}`, es: `${event.by}: ${event.text.es}` });
  }
}

function recordText(
  event: Of<
    | 'kit-log-joined'
    | 'lock-taken-over'
    | 'torn-line-set-aside'
    | 'clock-went-back'
    | 'copy-kept'
    | 'copy-differs'
    | 'copy-compared'
    | 'evidence-stored'
  >,
): Text {
  switch (event.type) {
    case 'evidence-stored':
      return say({
        en: f => `Evidence kept (${event.kind}): ${event.name}, ${f.have(event.bytes)}, ${short(event.sha256)}.`,
        es: f => `Evidencia guardada (${event.kind}): ${event.name}, ${f.have(event.bytes)}, ${short(event.sha256)}.`,
      });
    case 'copy-kept':
      return say({
        en: `Copy of the log kept on the server up to event ${event.upTo}: ${event.path}.`,
        es: `Copia del registro guardada en el servidor hasta el evento ${event.upTo}: ${event.path}.`,
      });
    case 'kit-log-joined':
      return say({
        en: f =>
          `What a kit did on the server after event ${event.from}: the next ${f.plural(event.events, 'event', '# events')}; its own log is evidence ${short(event.sha256)}.`,
        es: f =>
          `Lo que un kit hizo en el servidor después del evento ${event.from}: ${f.plural(event.events, 'el evento siguiente', 'los # eventos siguientes')}; su propio registro es la evidencia ${short(event.sha256)}.`,
      });
    case 'copy-compared':
      return comparedText(event.path, event.outcome);
    case 'copy-differs':
      return say({
        en: f =>
          `The copy of the log on the server is not the one that was kept: ${f.number(event.found)} bytes instead of ${f.number(event.expected)} in ${event.path}.`,
        es: f =>
          `La copia del registro en el servidor no es la que se guardó: ${f.number(event.found)} bytes en vez de ${f.number(event.expected)} en ${event.path}.`,
      });
    case 'lock-taken-over':
      return say({
        en: f =>
          `The run before (process ${event.pid}, since ${f.moment(event.since)}) ended without a word; its lock was taken over.`,
        es: f =>
          `La ejecución anterior (proceso ${event.pid}, desde el ${f.moment(event.since)}) terminó sin avisar; se ha tomado su bloqueo.`,
      });
    case 'torn-line-set-aside':
      return say({
        en: f =>
          `A line whose writing broke off was set aside: ${event.file}, ${f.plural(event.bytes, '# byte', '# bytes')}.`,
        es: f =>
          `Se ha apartado una línea cuya escritura se interrumpió: ${event.file}, ${f.plural(event.bytes, '# byte', '# bytes')}.`,
      });
    case 'clock-went-back':
      return say({
        en: f =>
          `The clock of this computer went back by ${f.duration(event.seconds)}: times from here on are earlier than those before.`,
        es: f =>
          `El reloj de este equipo ha retrocedido ${f.duration(event.seconds)}: desde aquí las horas son anteriores a las de antes.`,
      });
  }
}

/** The beginning of a hash, enough to tell files of one case apart. */
function short(sha256: string): string {
  return sha256.slice(0, 12);
}

const runOutcomes = {
  done: say({ en: 'done', es: 'hecho' }),
  incomplete: say({ en: 'ended, but not complete', es: 'terminado, pero incompleto' }),
  stopped: say({ en: 'stopped', es: 'detenido' }),
};

function comparedText(path: string, outcome: 'same' | 'other' | 'not-read'): Text {
  switch (outcome) {
    case 'same':
      return say({
        en: `The copy of the log on the server is the same as this log: ${path}.`,
        es: `La copia del registro en el servidor es igual que este registro: ${path}.`,
      });
    case 'other':
      return say({
        en: `The copy of the log on the server is not what was kept there: somebody or something has changed ${path}. Keep that file and compare it with this log.`,
        es: `La copia del registro en el servidor no es la que se guardó: alguien o algo ha cambiado ${path}. Conserve ese archivo y compárelo con este registro.`,
      });
    case 'not-read':
      return say({
        en: `The copy of the log on the server could not be read to be compared: ${path}.`,
        es: `No se pudo leer la copia del registro en el servidor para compararla: ${path}.`,
      });
  }
}
