import type { Service } from '../../facts/services.js';
import { type Text, say } from '../../i18n/text.js';
import { type RegistryValueResource, type ResourceState, resourceName } from '../../model/resource.js';
import type { PlannedChange } from '../../model/step.js';

/**
 * What is not touched, but may be lost when a service's key is made or written anew (by set-up, or by a service manager that forgets it):
 * nothing is set now, and a value that is gone afterwards is written again, before the service starts.
 *
 * @param service with `recovery` as the registry stores `FailureActions` (hex digits), `dependsOn` as it stores `DependOnService`
 */
export function guardsOf(step: string, service: Service, serviceItem: string): readonly PlannedChange[] {
  const guards: PlannedChange[] = [];
  const { displayName, recovery } = service;
  if (recovery !== undefined && /^([0-9a-f]{2})+$/i.test(recovery)) {
    const state = { present: true, type: 'binary', value: recovery };
    guards.push(guard(step, service, serviceItem, 'FailureActions', state, recoveryText(displayName)));
  }
  const needed = service.dependsOn.filter(name => !name.startsWith('group:'));
  if (needed.length > 0) {
    const state = { present: true, type: 'multi', value: needed.join('\n') };
    guards.push(guard(step, service, serviceItem, 'DependOnService', state, dependenciesText(displayName)));
  }
  return guards;
}

function guard(
  step: string,
  { name }: Service,
  serviceItem: string,
  value: string,
  state: ResourceState,
  text: Text,
): PlannedChange {
  const resource: RegistryValueResource = {
    kind: 'registry-value',
    key: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`,
    value,
  };
  return {
    id: `${step}/${resourceName(resource)}`,
    kind: 'change',
    text,
    seconds: 1,
    resource,
    from: state,
    to: state,
    lost: { present: false },
    after: [serviceItem],
  };
}

const recoveryText = (name: string): Text =>
  say({
    en: `Recovery actions of “${name}”: written down; nothing is changed now, and if they are missing afterwards they are set again.`,
    es: `Acciones de recuperación de «${name}»: se anotan; ahora no se cambia nada y, si después faltan, se vuelven a poner.`,
  });

const dependenciesText = (name: string): Text =>
  say({
    en: `What “${name}” needs to start: written down; nothing is changed now, and if it is missing afterwards it is set again.`,
    es: `Servicios que «${name}» necesita para arrancar: se anotan; ahora no se cambia nada y, si después faltan, se vuelven a poner.`,
  });
