import type { ProtectionProduct } from '../../facts/protection.js';
import { say } from '../../i18n/text.js';
import type { PlannedItem } from '../../model/step.js';

/** Effective state, not the preference: a cmdlet may report success and change nothing (tamper protection, Group Policy). */
const look =
  "powershell.exe -NoProfile -NonInteractive -Command \"if ((Get-MpComputerStatus).RealTimeProtectionEnabled) {'on'} else {'off'}\"";

/** It takes effect after a moment: waited for, so that the look that follows sees it. */
const set = (value: 'on' | 'off'): string =>
  `powershell.exe -NoProfile -NonInteractive -Command "Set-MpPreference -DisableRealtimeMonitoring $${value === 'off' ? 'true' : 'false'}; for ($i = 0; $i -lt 40 -and (Get-MpComputerStatus).RealTimeProtectionEnabled -eq $${value === 'off' ? 'true' : 'false'}; $i++) { Start-Sleep -Milliseconds 500 }"`;

/**
 * Real-time protection of Microsoft Defender off, by its cmdlet; a person does it where tamper protection is on, which ignores the cmdlet.
 * Undefined when it is off already.
 */
export function defenderItem(step: string, defender: ProtectionProduct): PlannedItem | undefined {
  if (defender.running === false || defender.realTime === false) return undefined;
  if (defender.tamperProtected === true) {
    return {
      id: `${step}/${defender.product}`,
      kind: 'person',
      text: say({
        en: 'Microsoft Defender is under tamper protection: no command can switch its real-time protection off.',
        es: 'Microsoft Defender tiene activa la protección contra alteraciones: ninguna orden puede desactivar su protección en tiempo real.',
      }),
      question: say({
        en: 'Have you switched tamper protection and then real-time protection off (Windows Security app, Defender portal, Intune or troubleshooting mode), and noted to switch both on again afterwards?',
        es: '¿Ha desactivado la protección contra alteraciones y después la protección en tiempo real (Seguridad de Windows, portal de Defender, Intune o modo de solución de problemas), y ha anotado que hay que volver a activar ambas?',
      }),
      seconds: 600,
    };
  }
  return {
    id: `${step}/command:defender/real-time`,
    kind: 'change',
    text: say({
      en: 'Microsoft Defender: real-time protection off (Set-MpPreference), and on again afterwards.',
      es: 'Microsoft Defender: desactivar la protección en tiempo real (Set-MpPreference) y volver a activarla después.',
    }),
    resource: { kind: 'command', name: 'defender/real-time', look, set: { on: set('on'), off: set('off') } },
    from: { value: 'on' },
    to: { value: 'off' },
    after: [],
    seconds: 15,
    timeoutSeconds: 90,
  };
}
