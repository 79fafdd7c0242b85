import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, notConcerned, pass, unread, warn } from './wording/outcomes.js';
import { toModernWindows } from './wording/windows-paths.js';

/** Nobody gives a figure; set-up writes its own start files beside the old ones. */
const enough = 50 * 1024 ** 2;

export const startPartitionSpace = defineCheck({
  id: 'start-partition-space',
  row: 'disk-space',
  title: say({ en: 'Space on the partition that starts Windows', es: 'Espacio en la partición de arranque' }),
  why: say({
    en: 'Set-up puts its own start files on the small partition “System Reserved” or EFI. When it is full, the upgrade ends with a message about a partition that nobody sees.',
    es: 'La instalación pone sus archivos de arranque en la pequeña partición «Reservado para el sistema» o EFI. Si está llena, la actualización termina con un mensaje sobre una partición que nadie ve.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { volumes },
  sources: [
    {
      title: say({
        en: 'Some tens of megabytes free: what administrators quote; no figure of Microsoft’s was found',
        es: 'Unas decenas de megabytes libres: lo que citan los administradores; no se ha encontrado ninguna cifra de Microsoft',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ volumes: found }) => {
    const start = found.find(volume => volume.boot && !volume.system);
    if (!start) {
      return notConcerned({
        en: 'Windows starts from its own volume.',
        es: 'Windows arranca desde su propio volumen.',
      });
    }
    const { freeBytes, sizeBytes } = start;
    const evidence = { freeBytes: freeBytes ?? null, sizeBytes: sizeBytes ?? null };
    if (freeBytes === undefined) {
      return unread(
        {
          en: f => `Its free space could not be read. Look in Disk Management: some ${f.need(enough)} should be free.`,
          es: f =>
            `No se ha podido leer su espacio libre. Mírelo en Administración de discos: deberían quedar unos ${f.need(enough)} libres.`,
        },
        { severity: 'low', evidence },
      );
    }
    if (freeBytes >= enough) {
      return pass(
        { en: f => `${f.have(freeBytes)} are free.`, es: f => `Quedan ${f.have(freeBytes)} libres.` },
        { evidence },
      );
    }
    return warn(
      'medium',
      {
        en: f => `Only ${f.have(freeBytes)} are free on the partition that starts Windows.`,
        es: f => `Solo quedan ${f.have(freeBytes)} libres en la partición desde la que arranca Windows.`,
      },
      {
        remedy: hint({
          en: 'After a backup give it a letter in Disk Management and remove what does not belong there (fonts and languages of the start menu, files of other makers), or enlarge it.',
          es: 'Tras hacer una copia, asígnele una letra en Administración de discos y quite lo que no deba estar ahí (fuentes e idiomas del menú de arranque, archivos de otros fabricantes), o amplíela.',
        }),
        evidence,
      },
    );
  },
});
