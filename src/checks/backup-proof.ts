import { microsoft } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const backupProof = defineCheck({
  id: 'backup-proof',
  row: 'backup-proof',
  title: say({ en: 'Restored files equal the originals', es: 'Los archivos restaurados son iguales a los originales' }),
  why: say({
    en: 'A backup nobody has restored is a hope. Files picked at random, restored elsewhere and compared turn it into knowledge.',
    es: 'Una copia que nadie ha restaurado es una esperanza. Con archivos elegidos al azar, restaurados en otro sitio y comparados, pasa a ser una certeza.',
  }),
  platforms: ['windows', 'linux'],
  needs: {},
  sources: [microsoft.bestPractices],

  run: () => ({
    state: 'manual',
    severity: 'high',
    text: say({
      en: 'No proof that the backup restores has been recorded for this server.',
      es: 'No consta ninguna prueba de que la copia de este servidor se restaure.',
    }),
    question: say({
      en: 'Were several files picked at random from the backup, restored to another place, and found equal to their originals?',
      es: '¿Se eligieron al azar varios archivos de la copia, se restauraron en otro sitio y resultaron iguales a los originales?',
    }),
  }),
});
