import { microsoft } from '../catalog/microsoft-sources.js';
import { certificates } from '../facts/certificates.js';
import { identity } from '../facts/identity.js';
import { mail } from '../facts/mail.js';
import { network } from '../facts/network.js';
import { type Text, say } from '../i18n/text.js';
import type { Reading } from '../model/fact.js';
import { type PlannedPerson, type StepPlan, defineStep } from '../model/step.js';
import { fieldLabels, isFieldId, namesASecret } from './connection/fields.js';
import { type SheetField, connectionSheet, missingFields } from './connection/sheet.js';

const step = 'internet-connection-info';

export const internetConnectionInfo = defineStep({
  id: step,
  row: step,
  phase: 'preparation',
  title: say({ en: 'Fill in the connection sheet', es: 'Rellenar la hoja de conexión' }),
  why: say({
    en: 'Set-up asks for the settings of the Internet connection and of mail, and what the upgrade loses has to be on paper, since there is no Internet then.',
    es: 'La instalación pide los datos de la conexión a Internet y del correo, y lo que se pierda al actualizar tiene que estar en papel, porque entonces no hay Internet.',
  }),
  changes: say({
    en: 'Nothing on the server: the sheet is filled in from what the server tells, and a person is asked only for what is missing. Passwords are never written, only who keeps them.',
    es: 'Nada en el servidor: la hoja se rellena con lo que dice el servidor y solo se pregunta a una persona lo que falta. Las contraseñas no se escriben nunca, solo quién las guarda.',
  }),
  undone: say({ en: 'There is nothing to undo.', es: 'No hay nada que deshacer.' }),
  platforms: ['windows', 'linux'],
  needs: { identity, network },
  uses: { mail, certificates },
  sources: [microsoft.bestPractices, microsoft.sbs2000Before],

  plan: (values, { choices }, readings): StepPlan => {
    const wrong = Object.keys(choices.connection).filter(field => !isFieldId(field));
    if (wrong.length > 0) return { state: 'blocked', text: notAField(wrong) };
    const sheet = connectionSheet(
      { ...values, mail: valueOf(readings.mail), certificates: valueOf(readings.certificates) },
      choices,
    );
    const missing = missingFields(sheet);
    if (missing.length === 0) {
      return {
        state: 'nothing',
        text: say({
          en: 'The sheet is complete. Print it before the upgrade: the report has it.',
          es: 'La hoja está completa. Imprímala antes de actualizar: está en el informe.',
        }),
      };
    }
    return {
      state: 'do',
      text: say({
        en: f => `Still missing on the sheet: ${f.list(missing.map(({ label }) => label.en))}.`,
        es: f => `Todavía falta en la hoja: ${f.list(missing.map(({ label }) => label.es))}.`,
      }),
      items: missing.map(askFor),
    };
  },
});

function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.state === 'known' ? reading.value : undefined;
}

function askFor({ id, label }: SheetField): PlannedPerson {
  return {
    id: `${step}/${id}`,
    kind: 'person',
    text: say({
      en: `${label.en}: the server does not tell. Write it in the choices as “connection.${id}” and plan again, or on the printed sheet.`,
      es: `${label.es}: el servidor no lo dice. Escríbalo en las opciones como «connection.${id}» y vuelva a planificar, o en la hoja impresa.`,
    }),
    question: say({
      en: `Is it written down where it is at hand without Internet: ${label.en}?`,
      es: `¿Está anotado donde se tenga a mano sin Internet: ${label.es}?`,
    }),
    seconds: 120,
  };
}

const lines = Object.keys(fieldLabels);

function notAField(fields: readonly string[]): Text {
  if (fields.some(namesASecret)) {
    return say({
      en: f =>
        `Passwords are never written to a case: take ${f.list(fields)} out of the choices, write it on paper, and name in “connection.provider-password-kept-by” who keeps it.`,
      es: f =>
        `Las contraseñas no se escriben nunca en un caso: quite ${f.list(fields)} de las opciones, anótela en papel e indique en «connection.provider-password-kept-by» quién la guarda.`,
    });
  }
  return say({
    en: f => `The connection sheet has no such line: ${f.list(fields)}. Its lines: ${f.list(lines, lines.length)}.`,
    es: f => `La hoja de conexión no tiene esa línea: ${f.list(fields)}. Sus líneas: ${f.list(lines, lines.length)}.`,
  });
}
