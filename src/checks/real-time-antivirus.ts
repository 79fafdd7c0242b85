import { microsoft } from '../catalog/microsoft-sources.js';
import { type ProtectionProduct, protection } from '../facts/protection.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import type { Remedy } from '../model/finding.js';
import { command, hint, type Wording } from './wording/outcomes.js';
import { mustRest } from './wording/protection.js';
import { staysInPlace } from './wording/windows-paths.js';

export const realTimeAntivirus = defineCheck({
  id: 'real-time-antivirus',
  row: 'disk-tools',
  title: say({ en: 'Antivirus at work', es: 'Antivirus en marcha' }),
  why: say({
    en: 'Real-time monitoring locks and delays files while set-up replaces them; some drivers of antivirus products keep the new system from starting.',
    es: 'La vigilancia en tiempo real bloquea y retrasa archivos mientras se sustituyen; algunos controladores de antivirus impiden que arranque el nuevo sistema.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { protection },
  sources: [microsoft.bestPractices, microsoft.exchangeAndScanners],

  run: ({ protection: products }) =>
    mustRest(
      products.filter(product => product.kind !== 'backup'),
      {
        none: {
          en: 'No product of the catalogue was recognised. One that is not in it does not show here.',
          es: 'No se ha reconocido ningún producto del catálogo. Los que no están en él no se ven aquí.',
        },
        harmless: product => (isDefender(product) && product.realTime === false ? notWatching(product) : undefined),
        remedy: product => (isDefender(product) ? defenderOff : askMaker),
      },
    ),
});

/** The system's own: it knows the new system and says itself whether it watches. */
function isDefender({ product }: ProtectionProduct): boolean {
  return product === 'microsoft-defender';
}

function notWatching({ name }: ProtectionProduct): Wording {
  return {
    en: `${name} runs, but its real-time protection is off.`,
    es: `${name} está en marcha, pero su protección en tiempo real está desactivada.`,
  };
}

const askMaker: Remedy = hint({
  en: 'Ask its maker whether this version runs on the new system. Just before the upgrade pause it in its own console, the way the maker describes; switch it on again afterwards.',
  es: 'Pregunte al fabricante si esta versión funciona en el nuevo sistema. Justo antes de actualizar, páuselo en su propia consola, como indique el fabricante; vuelva a activarlo después.',
});

const defenderOff: Remedy = command('Set-MpPreference -DisableRealtimeMonitoring $true', {
  en: 'In Windows PowerShell as Administrator, just before the upgrade; the same with $false afterwards. Look with Get-MpComputerStatus whether it took effect: tamper protection ignores it.',
  es: 'En Windows PowerShell como administrador, justo antes de actualizar; después, lo mismo con $false. Compruebe con Get-MpComputerStatus que ha surtido efecto: la protección contra alteraciones lo ignora.',
});
