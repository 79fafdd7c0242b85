import { microsoft } from '../catalog/microsoft-sources.js';
import { hardware } from '../facts/hardware.js';
import { type Volume, volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Outcome } from '../model/finding.js';
import { analyse, repairFirst } from './wording/disk-tools.js';
import { ask, hint, notConcerned, pass, unread, warn } from './wording/outcomes.js';
import { askAboutHidden, isOnHiddenDisk } from './wording/hidden-disks.js';
import { hasLetter } from './wording/volumes.js';
import { staysInPlace } from './wording/windows-paths.js';

/** What the defragmenter wants free for a whole job. */
const freeShare = 0.15;

export const defragmentAdvice = defineCheck({
  id: 'defragment-advice',
  row: 'defragment',
  title: say({ en: 'Where defragmenting helps', es: 'Dónde conviene desfragmentar' }),
  why: say({
    en: 'The paper asks for it, since set-up writes thousands of files. It helps rotating disks only: it wears an SSD and makes a virtual disk grow.',
    es: 'El documento lo pide, ya que la instalación escribe miles de archivos. Solo ayuda a los discos giratorios: a un SSD lo desgasta y a un disco virtual lo hace crecer.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { volumes },
  uses: { hardware },
  sources: [
    microsoft.sbs2000Before,
    microsoft.defrag,
    {
      title: say({
        en: 'Not on SSDs and virtual disks: common practice of administrators',
        es: 'No en SSD ni en discos virtuales: práctica habitual de los administradores',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ volumes: found }, { from, recording: { platform } }, { hardware: machine }) => {
    if (platform === 'linux') {
      return notConcerned({
        en: 'File systems of Linux keep files together by themselves. For an SSD see that fstrim.timer is active.',
        es: 'Los sistemas de archivos de Linux mantienen juntos los archivos por sí solos. En un SSD, compruebe que fstrim.timer está activo.',
      });
    }
    if (machine.state === 'known' && typeof machine.value.virtual === 'string') {
      return notConcerned({
        en: 'The disks are virtual: how the data lies is the host’s business, and defragmenting makes them grow.',
        es: 'Los discos son virtuales: la disposición de los datos es cosa del anfitrión, y al desfragmentar crecen.',
      });
    }
    const own = found.filter(volume => volume.kind === 'fixed' && volume.readOnly !== true && hasLetter(volume));
    if (own.length === 0) {
      return unread(
        {
          en: 'The list of volumes shows no fixed one with a letter. Look at the drives in Explorer.',
          es: 'La lista de volúmenes no muestra ninguno fijo con letra. Mire las unidades en el Explorador.',
        },
        { severity: 'low' },
      );
    }
    // a RAID controller hides the kind of its disks: then one question for all is enough
    const hidden = own.filter(isOnHiddenDisk);
    const seen = own.filter(volume => !hidden.includes(volume)).map(volume => advise(volume, from.id));
    return hidden.length > 0 ? [...seen, askAboutHidden(hidden)] : seen;
  },
});

function advise(volume: Volume, from: string): Outcome {
  const { name, media, dirty, freeBytes = 0, sizeBytes = 0 } = volume;
  const evidence = { media: media ?? null, dirty: dirty ?? null, freeBytes: freeBytes ?? null };
  const more = { resource: name, evidence };
  if (media === 'ssd') {
    return pass(
      { en: `${name} is on an SSD: do not defragment it.`, es: `${name} está en un SSD: no lo desfragmente.` },
      more,
    );
  }
  if (dirty === true) {
    return warn(
      'low',
      {
        en: `${name} is marked as damaged: the defragmenter refuses it.`,
        es: `${name} está marcado como dañado: el desfragmentador lo rechaza.`,
      },
      { ...more, remedy: repairFirst(name) },
    );
  }
  if (freeBytes < sizeBytes * freeShare) {
    return warn(
      'low',
      {
        en: f =>
          `${name} has ${f.have(freeBytes)} free, less than the 15 % (${f.need(sizeBytes * freeShare)}) that defragmenting needs.`,
        es: f =>
          `En ${name} quedan ${f.have(freeBytes)} libres, menos del 15 % (${f.need(sizeBytes * freeShare)}) que hace falta para desfragmentar.`,
      },
      {
        ...more,
        remedy: hint({
          en: 'Make room first (Disk Cleanup, move data away), then analyse the drive.',
          es: 'Haga sitio primero (Liberador de espacio en disco, mover datos) y después analice la unidad.',
        }),
      },
    );
  }
  return ask(
    {
      en: `${name} is on a rotating disk with room enough: analyse it, and defragment it when the analysis advises so.`,
      es: `${name} está en un disco giratorio con sitio suficiente: analícelo y desfragméntelo si el análisis lo aconseja.`,
    },
    {
      en: `Has ${name} been analysed, and defragmented where the analysis advised so?`,
      es: `¿Se ha analizado ${name} y se ha desfragmentado si el análisis lo aconsejaba?`,
    },
    { ...more, severity: 'low', remedy: analyse(name, from) },
  );
}
