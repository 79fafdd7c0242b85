import type { Service } from '../../facts/services.js';
import { say } from '../../i18n/text.js';
import { resourceName } from '../../model/resource.js';
import type { PlannedChange } from '../../model/step.js';

/**
 * Recovery actions are not touched, but set-up may lose them when it makes the service's key again: nothing is set now, and a value that
 * is gone afterwards is written again, before the service starts. Undefined for a service that has none.
 *
 * @param service with `recovery` as the registry stores `FailureActions`: hex digits
 */
export function recoveryGuard(step: string, service: Service, serviceItem: string): PlannedChange | undefined {
  if (service.recovery === undefined || !/^([0-9a-f]{2})+$/i.test(service.recovery)) return undefined;
  const resource = {
    kind: 'registry-value',
    key: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service.name}`,
    value: 'FailureActions',
  } as const;
  const state = { present: true, type: 'binary', value: service.recovery };
  return {
    id: `${step}/${resourceName(resource)}`,
    kind: 'change',
    text: say({
      en: `Recovery actions of “${service.displayName}”: written down; nothing is changed now, and if they are missing afterwards they are set again.`,
      es: `Acciones de recuperación de «${service.displayName}»: se anotan; ahora no se cambia nada y, si después faltan, se vuelven a poner.`,
    }),
    seconds: 1,
    resource,
    from: state,
    to: state,
    lost: { present: false },
    after: [serviceItem],
  };
}
