import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../src/i18n/text.js';
import { labDir, layout } from '../paths.js';
import { removedByUpgrade, startChangedByUpgrade } from '../profiles/sbs2000-es-upgraded.js';
import { LabError } from '../run.js';
import { answerAll } from './answers.js';
import { choices } from './choices.js';
import { by, caseName as name, planReason, replaced, waiveAll } from './sbs2000-es.js';
import type { Teller } from './teller.js';

/** The same upgrade on a server with no way in: everything goes there and back on a stick. */
export async function kitStory(teller: Teller, host: string): Promise<void> {
  const stick = new Stick(teller.folder, host);
  const onServer = (part: string, file: string, exit: number, see: string): Promise<string> =>
    teller.lab(part, ['exec', host, '--', file], { exit, see: [see] });

  teller.say(
    say({
      en: 'A folder goes to the server, one command is run there, and its result comes back.',
      es: 'Una carpeta va al servidor, allí se ejecuta una orden y su resultado vuelve.',
    }),
  );
  await teller.antesala('kit', ['kit', '--out', 'usb'], { exit: 0, see: ['usb'] });
  stick.carry('usb');
  await onServer('kit-asks', `${stick.there}\\antesala.cmd`, 0, 'antesala-SERVIDOR.txt');
  stick.bring('antesala-SERVIDOR.txt', 'before.txt');
  await teller.antesala('kit-new', ['case', 'new', name, '--host', 'before.txt', '--to', 'sbs2003'], { exit: 0 });
  teller.file('choices.json', choices(teller.language, new Date()));
  await teller.antesala(
    'kit-plan',
    [
      ...['plan', name, '--choices', 'choices.json'],
      ...['--leave-out', 'log-off-users', '--reason', planReason[teller.language]],
    ],
    { exit: 0, see: ['notify-users/told'] },
  );
  await teller.antesala('kit-rehearse', ['rehearse', name], { exit: 0 });
  await answerAll(teller, name, by);

  teller.say(
    say({
      en: 'Now the kit carries the plan too.',
      es: 'Ahora el kit lleva también el plan.',
    }),
  );
  await teller.antesala('kit-case', ['kit', '--case', name, '--out', 'usb'], { exit: 0 });
  stick.carry('usb');
  await onServer('kit-prepare', `${stick.there}\\antesala-prepare.cmd /yes`, 0, 'ContaPlusServidor');
  stick.bring('antesala-SERVIDOR-prepared.jsonl', 'prepared.jsonl');
  await onServer('kit-asks-again', `${stick.there}\\antesala.cmd`, 0, 'antesala-SERVIDOR.txt');
  stick.bring('antesala-SERVIDOR.txt', 'prepared.txt');
  await teller.antesala('kit-import', ['case', 'import', name, 'prepared.jsonl'], { exit: 0 });
  await waiveAll(teller);
  await teller.antesala('kit-go', ['decide', name, '--by', by, '--facts', 'prepared.txt'], {
    exit: 0,
    see: [say({ en: ' GO ', es: ' ADELANTE ' })],
  });

  await teller.lab('kit-upgrade', ['upgrade', host, 'sbs2003']);
  teller.say(
    say({
      en: 'What puts everything back has stayed on the server; the stick is not needed for it.',
      es: 'Lo que devuelve todo a su estado se ha quedado en el servidor; para eso no hace falta la carpeta.',
    }),
  );
  const lasting = `C:\\ProgramData\\Antesala\\${caseId(teller.folder)}`;
  await onServer('kit-put-back', `${lasting}\\antesala-put-back.cmd`, 3, removedByUpgrade);
  stick.bringFrom(
    `ProgramData/Antesala/${caseId(teller.folder)}`,
    /put-back.*\.jsonl$|^case\.jsonl$/,
    'put-back.jsonl',
  );
  await onServer('kit-asks-after', `${stick.there}\\antesala.cmd`, 0, 'antesala-SERVIDOR.txt');
  stick.bring('antesala-SERVIDOR.txt', 'after.txt');
  await teller.antesala('kit-import-after', ['case', 'import', name, 'put-back.jsonl'], { exit: 0 });
  teller.say(
    say({
      en: 'Both items that are not as before are accepted as they are; for that nobody need reach the server.',
      es: 'Los dos elementos que no están como antes se aceptan como están; para eso no hace falta llegar al servidor.',
    }),
  );
  const items = [removedByUpgrade, startChangedByUpgrade].map(one => `disk-tools/service:${one}`);
  await teller.antesala(
    'kit-accept',
    ['put-back', name, ...items.flatMap(item => ['--accept', item]), '--by', by, '--reason', replaced[teller.language]],
    { exit: 0, see: [replaced] },
  );
  await teller.antesala('kit-compare', ['compare', name, '--facts', 'after.txt'], {
    exit: 0,
    see: [removedByUpgrade],
  });
  await teller.antesala('kit-report', ['report', name, '-f', 'html', '-o', 'report.html'], { exit: 0 });
  await teller.antesala('kit-verify', ['verify', name], { exit: 0 });
}

function caseId(folder: string): string {
  const { id } = JSON.parse(readFileSync(join(folder, name, 'case.json'), 'utf8')) as { readonly id: string };
  return id;
}

/** What somebody carries between their computer and the server. */
class Stick {
  readonly there = 'C:\\antesala-kit';
  readonly #here: string;
  readonly #drive: string;

  constructor(here: string, host: string) {
    this.#here = here;
    this.#drive = join(layout(labDir()).guest(host), 'prefix/drive_c');
  }

  carry(name: string): void {
    cpSync(join(this.#here, name), join(this.#drive, 'antesala-kit'), { recursive: true });
  }

  bring(name: string, as: string): void {
    const from = join(this.#drive, 'antesala-kit', name);
    if (!existsSync(from)) throw new LabError(`The story stops: the kit left no ${name} in its folder.`);
    cpSync(from, join(this.#here, as));
  }

  /** The newest file of a folder on the server that fits. */
  bringFrom(folder: string, fits: RegExp, as: string): void {
    const names = readdirSync(join(this.#drive, folder)).filter(one => fits.test(one));
    const [first] = names.toSorted().toReversed();
    if (first === undefined) throw new LabError(`The story stops: nothing to bring back in ${folder}.`);
    cpSync(join(this.#drive, folder, first), join(this.#here, as));
  }
}
