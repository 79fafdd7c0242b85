import { type Candidate, type Recognised, recogniseProtection } from '../catalog/protection.js';
import { known, reader } from '../model/fact.js';
import type { WmiQuestion } from '../model/question.js';
import type { Protection, ProtectionProduct } from './protection.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { flagCell, rowsOf, wmiTime } from './reading/windows-answers.js';
import { isRunning, windowsServices } from './reading/windows-services.js';

const namespace = 'root\\Microsoft\\Windows\\Defender';

/**
 * State of Microsoft Defender Antivirus.
 * https://learn.microsoft.com/en-us/previous-versions/windows/desktop/defender/msft-mpcomputerstatus
 */
const defenderStatus = {
  id: 'windows-defender-status',
  kind: 'wmi',
  namespace,
  class: 'MSFT_MpComputerStatus',
  properties: ['AntivirusEnabled', 'RealTimeProtectionEnabled', 'AntivirusSignatureLastUpdated'],
} as const satisfies WmiQuestion;

/** Asked apart: where the property is not there yet, a question that names it fails as a whole. */
const defenderTamper = {
  id: 'windows-defender-tamper',
  kind: 'wmi',
  namespace,
  class: 'MSFT_MpComputerStatus',
  properties: ['IsTamperProtected'],
} as const satisfies WmiQuestion;

const questions = { ...serviceQuestions, defender: defenderStatus, tamper: defenderTamper } as const;

/** Products recognised by their services and drivers; only Microsoft Defender says more than whether it runs. */
export const protectionOnWindows = reader<Protection, typeof questions>({
  questions,
  parse(answers) {
    const services = windowsServices(answers);
    if (!services) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    const candidates = [...services.values()].map(
      (service): Candidate => ({
        kind: service.driver ? 'driver' : 'service',
        name: service.name,
        displayName: service.displayName,
        running: isRunning(service),
      }),
    );
    const status = rowsOf(answers.defender)?.[0];
    const tamper = rowsOf(answers.tamper)?.[0];
    const defender = {
      realTime: flagCell(status?.RealTimeProtectionEnabled),
      tamperProtected: flagCell(tamper?.IsTamperProtected),
      signaturesAt: wmiTime(status?.AntivirusSignatureLastUpdated),
    };
    return known(
      recogniseProtection(candidates).map(found => ({
        ...productOf(found),
        ...(found.entry.id === 'microsoft-defender' ? defender : {}),
      })),
    );
  },
});

function productOf({ entry, seen, running, realTime }: Recognised): ProtectionProduct {
  return {
    product: entry.id,
    name: entry.name,
    vendor: entry.vendor,
    kind: entry.kind,
    seen: seen.map(candidate => candidate.name),
    running,
    realTime,
    tamperProtected: undefined,
    signaturesAt: undefined,
  };
}
