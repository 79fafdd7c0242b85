import { microsoft } from '../catalog/microsoft-sources.js';
import { exchangeDrive } from '../facts/exchange-drive.js';
import { say, sentences } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const virusScanEvidence = defineCheck({
  id: 'virus-scan-evidence',
  row: 'virus-scan',
  title: say({ en: 'Virus scan of all drives', es: 'Análisis antivirus de todas las unidades' }),
  why: say({
    en: 'An infected server carries its infection into the new system, and malware can make the upgrade fail half way.',
    es: 'Un servidor infectado lleva la infección al nuevo sistema, y el malware puede hacer fallar la actualización a medias.',
  }),
  platforms: ['windows', 'linux'],
  needs: {},
  uses: { exchangeDrive },
  sources: [microsoft.bestPractices, microsoft.kb298924, microsoft.exchangeAndScanners],

  run: (_values, _situation, { exchangeDrive: drive }) => {
    const letter = drive.state === 'known' ? drive.value.letter : undefined;
    const general = say({
      en: 'No scan has been recorded for this server.',
      es: 'No consta ningún análisis de este servidor.',
    });
    const never = say({
      en: `Never scan drive ${letter}, which is Exchange’s own store shown as a drive: scanning it can destroy the data base.`,
      es: `No analice nunca la unidad ${letter}, que es el propio almacén de Exchange mostrado como unidad: analizarlo puede destruir la base de datos.`,
    });
    return {
      state: 'manual',
      text: letter === undefined ? general : sentences(general, never),
      question:
        letter === undefined
          ? say({
              en: 'Were all drives scanned with today’s signatures, on the day of the upgrade or the evening before, and found clean?',
              es: '¿Se analizaron todas las unidades con firmas del día, el mismo día de la actualización o la víspera, y estaban limpias?',
            })
          : say({
              en: `Were all drives but ${letter} scanned with today’s signatures, on the day of the upgrade or the evening before, and found clean?`,
              es: `¿Se analizaron todas las unidades salvo ${letter} con firmas del día, el mismo día de la actualización o la víspera, y estaban limpias?`,
            }),
      evidence: { neverScan: letter ?? null },
    };
  },
});
