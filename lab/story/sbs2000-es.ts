import { say } from '../../src/i18n/text.js';
import { removedByUpgrade, startChangedByUpgrade } from '../profiles/sbs2000-es-upgraded.js';
import { answerAll } from './answers.js';
import { choices } from './choices.js';
import type { Teller } from './teller.js';

/** The case's folder, and who does it. */
export const caseName = 'gestoria-munoz';
export const by = 'Begoña Muñoz';
const name = caseName;

export const planReason = say({
  en: 'Wine has no net session; the office is closed, asked by telephone',
  es: 'Wine no tiene net session; la oficina está cerrada, preguntado por teléfono',
});

/** A Spanish Small Business Server 2000 becomes a 2003, over SSH. */
export async function smallBusinessStory(teller: Teller, host: string): Promise<void> {
  teller.say(
    say({
      en: 'A case is the folder in which everything about this upgrade is kept. The plan asks the server and changes nothing.',
      es: 'Un caso es la carpeta donde se guarda todo lo de esta actualización. El plan consulta al servidor y no cambia nada.',
    }),
  );
  await teller.antesala('new', ['case', 'new', name, '--host', `lab:${host}`, '--to', 'sbs2003'], {
    exit: 0,
    see: [name],
  });
  await teller.antesala('plan', ['plan', name], {
    exit: 4,
    see: ['third-party-services/service:ContaPlusServidor', 'internet-connection-info/gateway', 'net session'],
  });

  teller.say(
    say({
      en: 'Six lines of the connection sheet are missing, and who is logged on cannot be read (Wine has no “net session”). The first is completed in a file of choices, the second is left out with its reason.',
      es: 'Faltan seis líneas de la hoja de conexión y no se puede leer quién ha iniciado sesión (Wine no tiene «net session»). Lo primero se completa en un archivo de opciones; lo segundo se omite indicando el motivo.',
    }),
  );
  teller.file('choices.json', choices(teller.language, new Date()));
  const reason = planReason[teller.language];
  await teller.antesala(
    'plan-again',
    ['plan', name, '--choices', 'choices.json', '--leave-out', 'log-off-users', '--reason', reason],
    { exit: 0, see: [reason, 'notify-users/told', 'wait-for-upgrade/hand-over'] },
  );

  teller.say(
    say({
      en: 'The rehearsal carries the plan out on a server in memory, and cuts the power at every point.',
      es: 'El ensayo lleva a cabo el plan en un servidor en memoria y corta la corriente en cada punto.',
    }),
  );
  await teller.antesala('rehearse', ['rehearse', name], {
    exit: 0,
    see: [say({ en: '0 values differ', es: '0 valores difieren' })],
  });

  await prepareAndDecide(teller);

  teller.say(
    say({
      en: 'Now the upgrade, by other hands: the lab makes it a Small Business Server 2003, takes one service away and changes the start mode of another.',
      es: 'Ahora la actualización, por otras manos: el laboratorio lo convierte en un Small Business Server 2003, quita un servicio y cambia el modo de inicio de otro.',
    }),
  );
  await teller.lab('upgrade', ['upgrade', host, 'sbs2003'], { exit: 0, see: ['sbs2003'] });
  await putBackAndCompare(teller);
}

async function prepareAndDecide(teller: Teller): Promise<void> {
  teller.say(
    say({
      en: 'Preparing stops where a person must have done something. The open questions are listed, and answered.',
      es: 'La preparación se detiene donde una persona tiene que haber hecho algo. Las preguntas pendientes se enumeran y se responden.',
    }),
  );
  await teller.antesala('prepare', ['prepare', name, '--yes'], { exit: 4, see: ['notify-users/told'] });
  await teller.antesala('questions', ['attest', name], { exit: 0, see: ['sbs2000-service-pack'] });
  await teller.antesala('refused', ['attest', name, 'sbs2000-service-pack', 'maybe', '--by', by], { exit: 2 });
  await answerAll(teller, name, by);
  await teller.antesala('prepare-again', ['prepare', name, '--yes'], {
    exit: 0,
    see: [say({ en: 'Prepared.', es: 'Preparado.' })],
  });
  await teller.antesala('no-go', ['decide', name, '--by', by], {
    exit: 1,
    see: ['single-sbs-limits/forest-root', 'single-sbs-limits/operation-masters', 'users-logged-on'],
  });

  teller.say(
    say({
      en: 'Three things could not be read, and unknown is never go. Who has looked takes them upon herself, with a reason and an end.',
      es: 'Tres cosas no se pudieron leer, y lo que no se sabe no permite seguir. Quien las ha comprobado las asume, con un motivo y un plazo.',
    }),
  );
  await waiveAll(teller);
  await teller.antesala('go', ['decide', name, '--by', by], { exit: 0, see: [say({ en: ' GO ', es: ' ADELANTE ' })] });
}

/** What could not be read, taken upon oneself by who has looked. */
export async function waiveAll(teller: Teller): Promise<void> {
  const looked = say({
    en: 'Looked on the server: the only domain of its forest, and it holds all five roles',
    es: 'Comprobado en el servidor: es el único dominio de su bosque y tiene las cinco funciones',
  })[teller.language];
  const asked = say({
    en: 'The office is closed; asked by telephone, nobody is logged on',
    es: 'La oficina está cerrada; preguntado por teléfono, nadie tiene la sesión abierta',
  })[teller.language];
  for (const [part, key, why] of [
    ['waive', 'single-sbs-limits/forest-root', looked],
    ['waive-roles', 'single-sbs-limits/operation-masters', looked],
    ['waive-users', 'users-logged-on', asked],
  ] as const) {
    await teller.antesala(part, ['waive', name, key, '--by', by, '--reason', why], { exit: 0, see: [key] });
  }
}

/** Why what the upgrade has removed need not come back. */
export const replaced = say({
  en: 'The new backup product replaces it',
  es: 'Lo sustituye el nuevo producto de copia',
});

async function putBackAndCompare(teller: Teller): Promise<void> {
  const drifted = `disk-tools/service:${startChangedByUpgrade}`;
  await teller.antesala('put-back', ['put-back', name], {
    exit: 3,
    see: [
      say({
        en: `service:${removedByUpgrade} gone`,
        es: `service:${removedByUpgrade} ya no existe`,
      }),
      say({
        en: `service:${startChangedByUpgrade} drifted`,
        es: `service:${startChangedByUpgrade} cambiado por otros`,
      }),
      say({ en: 'service:ContaPlusServidor restored', es: 'service:ContaPlusServidor restaurado' }),
    ],
  });
  teller.say(
    say({
      en: 'Each of the two is decided: the antivirus is set as it was; that the old backup product does not come back is accepted, by name and with a reason.',
      es: 'Se decide cada uno: el antivirus se deja como estaba; que el producto de copia antiguo no vuelva se acepta, con nombre y motivo.',
    }),
  );
  const reason = replaced[teller.language];
  const accept = ['--accept', `disk-tools/service:${removedByUpgrade}`, '--by', by, '--reason', reason];
  await teller.antesala('put-back-again', ['put-back', name, '--force', drifted, ...accept], {
    exit: 0,
    see: [
      say({ en: `service:${startChangedByUpgrade} restored`, es: `service:${startChangedByUpgrade} restaurado` }),
      reason,
    ],
  });
  await teller.antesala('compare', ['compare', name], { exit: 0, see: [removedByUpgrade] });
  await teller.antesala('report', ['report', name, '-f', 'html', '-o', 'report.html'], { exit: 0 });
  await teller.antesala('report-pdf', ['report', name, '-f', 'pdf', '-o', 'report.pdf'], { exit: 0 });
  await teller.antesala('key', ['key', 'new', '--out', 'begona.pem'], { exit: 0 });
  await teller.antesala('sign', ['sign', name, '--key', 'begona.pem', '--by', by], { exit: 0 });
  await teller.antesala('verify', ['verify', name], { exit: 0 });
  await teller.antesala('log', ['log', name], { exit: 0, see: [drifted] });
}
