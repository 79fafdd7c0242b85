import type { Language } from '../../../i18n/text.js';
import type { KitCase } from '../../../model/kit.js';

/**
 * What the person at the server reads. In ASCII, since an old server shows other signs in another code page than the file has: accents are
 * left out, as in the rest of the kit.
 */
export function caseReadMe(kit: KitCase): string {
  return plain(`ANTESALA KIT: ${kit.caseName}\n\n${part(kit, 'en')}\n${'-'.repeat(70)}\n\n${part(kit, 'es')}`);
}

function part(kit: KitCase, language: Language): string {
  const words = texts[language];
  const { prepare, putBack, ask, folder, rights } = commands(kit, language);
  const groups = kit.steps.flatMap(step => step.groups);
  const byHand = groups.flatMap(group => (group.kind === 'by-hand' ? [group.text[language]] : []));
  const handOver = groups.flatMap(group => (group.kind === 'hand-over' ? [group.text[language]] : []));
  const changes = groups.reduce((sum, group) => sum + (group.kind === 'changes' ? group.items.length : 0), 0);
  const runs = groups.flatMap(group => (group.kind === 'run' ? [group.item.text[language]] : []));
  const sections = [
    words.intro(kit.computer, changes),
    ...(byHand.length > 0 ? [`${words.byHand}\n${listed(byHand)}`] : []),
    words.prepare(prepare, rights),
    ...(runs.length > 0 ? [`${words.runs}\n${listed(runs)}`] : []),
    words.carry,
    ...(handOver.length > 0 ? [`${words.handOver}\n${listed(handOver)}`] : []),
    words.putBack(putBack, folder),
    words.ask(ask),
  ];
  return `${sections.join('\n\n')}\n`;
}

function commands({ platform, caseId }: KitCase, language: Language) {
  if (platform === 'linux') {
    return {
      prepare: 'sudo sh antesala-prepare.sh',
      putBack: 'sudo sh antesala-put-back.sh',
      ask: 'sudo sh antesala.sh',
      folder: `/var/lib/antesala/${caseId}`,
      rights: '',
    };
  }
  return {
    prepare: 'antesala-prepare.cmd',
    putBack: 'antesala-put-back.cmd',
    ask: 'antesala.cmd',
    folder: `%ALLUSERSPROFILE%\\Antesala\\${caseId}`,
    rights: texts[language].rights,
  };
}

function listed(lines: readonly string[]): string {
  return lines.map(line => `   * ${line.replaceAll(/\s+/g, ' ')}`).join('\n');
}

/** Letters without their accents, quotes and dashes as ASCII has them; what is left as a question mark. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[\u00ab\u00bb\u201c\u201d]/g, '"')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u2026', '...')
    .replaceAll(/[¿¡]/g, '')
    .replaceAll(/[^\n\x20-\x7e]/g, '?');
}

const texts = {
  en: {
    rights: ' (right button, Run as administrator)',
    intro: (computer: string, changes: number) =>
      `This folder prepares the server ${computer} for its upgrade and puts everything back afterwards.\nIt makes ${changes} changes that can be put back. Nothing is installed.`,
    byHand: 'BY HAND, before you begin. The kit does not do these:',
    prepare: (command: string, rights: string) =>
      `1. Copy this folder to the server, log on as an administrator and run:\n      ${command}${rights}\n   It can be stopped and run again at any time.`,
    runs: '   It also runs the following, which is not undone afterwards:',
    carry:
      '2. It leaves a file antesala-NAME-prepared.jsonl (the last lines on the screen say where).\n   Carry it back and run:   antesala case import CASE antesala-NAME-prepared.jsonl\n   Until that is done, add nothing to the case: the file continues its log where it ended.',
    handOver: '3. When it says that all is prepared:',
    putBack: (command: string, folder: string) =>
      `4. After the upgrade, or to undo everything at once, run:\n      ${command}\n   The same command lies on the server itself, in ${folder}:\n   it works years later, too, without this folder. It can be repeated until all is well.`,
    ask: (command: string) =>
      `To ask the server what it is, without changing anything:\n      ${command}\n   and bring back antesala-NAME.txt.`,
  },
  es: {
    rights: ' (boton derecho, Ejecutar como administrador)',
    intro: (computer: string, changes: number) =>
      `Esta carpeta prepara el servidor ${computer} para su actualizacion y despues lo devuelve todo a su estado.\nHace ${changes} cambios que se pueden deshacer. No se instala nada.`,
    byHand: 'A MANO, antes de empezar. El kit no hace lo siguiente:',
    prepare: (command: string, rights: string) =>
      `1. Copie esta carpeta al servidor, inicie sesion como administrador y ejecute:\n      ${command}${rights}\n   Se puede detener y volver a ejecutar en cualquier momento.`,
    runs: '   Ejecuta ademas lo siguiente, que despues no se deshace:',
    carry:
      '2. Deja un archivo antesala-NOMBRE-prepared.jsonl (las ultimas lineas en pantalla dicen donde).\n   Llevelo de vuelta y ejecute:   antesala case import CASO antesala-NOMBRE-prepared.jsonl\n   Hasta entonces no agregue nada al caso: el archivo continua su registro donde terminaba.',
    handOver: '3. Cuando indique que todo esta preparado:',
    putBack: (command: string, folder: string) =>
      `4. Despues de la actualizacion, o para deshacerlo todo en el momento, ejecute:\n      ${command}\n   La misma orden esta en el propio servidor, en ${folder}:\n   funciona tambien mucho tiempo despues, sin esta carpeta. Se puede repetir hasta que todo este bien.`,
    ask: (command: string) =>
      `Para preguntar al servidor lo que es, sin cambiar nada:\n      ${command}\n   y traiga de vuelta antesala-NOMBRE.txt.`,
  },
} as const;
