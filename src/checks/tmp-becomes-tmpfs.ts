import { hardware } from '../facts/hardware.js';
import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

/** With less memory than this, half of it for /tmp is soon too little. */
const littleMemory = 4 * 1024 ** 3;

export const tmpBecomesTmpfs = defineCheck({
  id: 'tmp-becomes-tmpfs',
  row: 'disk-space',
  title: say({ en: '/tmp moves into memory', es: '/tmp pasa a la memoria' }),
  why: say({
    en: 'From Debian 13 /tmp is kept in memory, up to half of it. Programs that put large files there can fill it.',
    es: 'Desde Debian 13, /tmp está en memoria y puede ocupar hasta la mitad. Los programas que dejan allí archivos grandes pueden llenarla.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { systemSettings },
  uses: { hardware },
  sources: [debianNotes('trixie', 'The temporary-files directory /tmp is now stored in a tmpfs')],

  run: ({ systemSettings: { tmpMount, tmpMasked } }, _situation, { hardware: machine }) => {
    if (tmpMount !== undefined) {
      return {
        state: 'pass',
        text: say({
          en: `/tmp is a file system of its own (${tmpMount.type}) and stays so.`,
          es: `/tmp es un sistema de archivos propio (${tmpMount.type}) y así seguirá.`,
        }),
      };
    }
    if (tmpMasked === true) {
      return {
        state: 'pass',
        text: say({
          en: 'tmp.mount is masked: /tmp stays on disk.',
          es: 'tmp.mount está enmascarada: /tmp sigue en el disco.',
        }),
      };
    }
    const memory = machine.state === 'known' ? machine.value.memoryBytes : undefined;
    return {
      state: 'warn',
      severity: memory !== undefined && memory < littleMemory ? 'medium' : 'low',
      text:
        memory === undefined
          ? say({
              en: '/tmp is on disk now and will be kept in memory after the upgrade.',
              es: '/tmp está ahora en el disco y pasará a la memoria con la actualización.',
            })
          : say({
              en: f => `/tmp is on disk now; after the upgrade it holds at most ${f.have(memory / 2)}, in memory.`,
              es: f =>
                `/tmp está ahora en el disco; tras actualizar, admitirá como mucho ${f.have(memory / 2)}, en memoria.`,
            }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'If programs here write large files to /tmp, keep it on disk:',
          es: 'Si aquí hay programas que escriben archivos grandes en /tmp, manténgalo en el disco:',
        }),
        command: 'systemctl mask tmp.mount',
      },
    };
  },
});
