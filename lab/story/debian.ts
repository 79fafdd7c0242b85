import { say } from '../../src/i18n/text.js';
import { answerAll } from './answers.js';
import type { Teller } from './teller.js';

const name = 'gestion';
const by = 'Ana Núñez';
const stubborn = 'third-party-services/unit:acme-stubborn.service';

/** A Debian 12 with units of another maker becomes a Debian 13, really: apt upgrades the release. */
export async function debianStory(teller: Teller, host: string): Promise<void> {
  teller.say(
    say({
      en: 'First the updates of the release that is there, as the assessment asks. The administrator installs them.',
      es: 'Primero, las actualizaciones de la versión instalada, como pide la evaluación. Las instala quien administra el servidor.',
    }),
  );
  await teller.lab('debian-updates', [
    'exec',
    host,
    '--',
    'apt-get -qq update && apt-get -qq -y upgrade >/dev/null 2>&1',
  ]);
  await teller.antesala('debian-new', ['case', 'new', name, '--host', `lab:${host}`, '--to', 'debian13'], { exit: 0 });
  await teller.antesala('debian-plan', ['plan', name], {
    exit: 0,
    see: [stubborn, 'third-party-services/unit:acme-report.timer', 'wait-for-upgrade/hand-over'],
  });
  await teller.antesala('debian-rehearse', ['rehearse', name], {
    exit: 0,
    see: [say({ en: '0 values differ', es: '0 valores difieren' })],
  });

  teller.say(
    say({
      en: 'One unit does not stop. It is waited for, three minutes, and not killed: the step fails and nothing after it is run.',
      es: 'Una unidad no se detiene. Se la espera tres minutos y no se la mata: el paso falla y no se ejecuta nada más.',
    }),
  );
  await teller.antesala('debian-prepare-fails', ['prepare', name, '--yes'], {
    exit: 1,
    see: [say({ en: 'failed (systemctl stop', es: 'fallido (systemctl stop' })],
  });
  teller.say(
    say({
      en: 'Who knows the program ends it by hand, and prepares again: what is done stays done.',
      es: 'Quien conoce el programa lo termina a mano y vuelve a preparar: lo hecho queda hecho.',
    }),
  );
  await teller.lab('debian-kill', ['exec', host, '--', 'systemctl kill --signal=KILL acme-stubborn.service']);
  await teller.antesala('debian-prepare', ['prepare', name, '--yes'], { exit: 4, see: ['notify-users/told'] });
  await answerAll(teller, name, by);
  await teller.antesala('debian-prepare-again', ['prepare', name, '--yes'], {
    exit: 0,
    see: [say({ en: 'Prepared.', es: 'Preparado.' })],
  });
  await teller.antesala('debian-go', ['decide', name, '--by', by], {
    exit: 0,
    see: [say({ en: ' GO ', es: ' ADELANTE ' })],
  });

  teller.say(
    say({
      en: 'Now the release is upgraded: new sources, apt full-upgrade. This takes some minutes.',
      es: 'Ahora se actualiza la versión: orígenes nuevos y apt full-upgrade. Tarda varios minutos.',
    }),
  );
  await teller.lab('debian-upgrade', ['upgrade', host, 'trixie']);
  await teller.antesala('debian-put-back', ['put-back', name], {
    exit: 0,
    see: [
      say({ en: 'Debian 12 (bookworm) → Debian 13 (trixie)', es: 'Debian 12 (bookworm) → Debian 13 (trixie)' }),
      say({ en: 'unit:acme-stubborn.service restored', es: 'unit:acme-stubborn.service restaurado' }),
    ],
  });
  await teller.antesala('debian-compare', ['compare', name], { exit: 0 });
  await teller.antesala('debian-report', ['report', name, '-f', 'html', '-o', 'report.html'], { exit: 0 });
  await teller.antesala('debian-report-pdf', ['report', name, '-f', 'pdf', '-o', 'report.pdf'], { exit: 0 });
  await teller.antesala('debian-verify', ['verify', name], { exit: 0 });
}
