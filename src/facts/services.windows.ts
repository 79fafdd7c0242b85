import { known, reader } from '../model/fact.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { type WindowsService, windowsServices } from './reading/windows-services.js';
import type { Service, Services } from './services.js';

/**
 * Services of Windows with everything needed to put them back. Copies that Windows makes of per-user services at each logon are
 * left out, since they go at logoff; their templates are there.
 */
export const servicesOnWindows = reader<Services, typeof serviceQuestions>({
  questions: serviceQuestions,
  parse(answers) {
    const all = windowsServices(answers);
    if (!all) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    const dependents = dependentsOf(all.values());
    return known([...all.values()].filter(service => !service.driver).map(service => serviceOf(service, dependents)));
  },
});

function serviceOf(service: WindowsService, dependents: ReadonlyMap<string, readonly string[]>): Service {
  return {
    name: service.name,
    displayName: service.displayName,
    description: service.description,
    startMode: service.startMode,
    delayedStart: service.delayedStart,
    triggers: service.triggers,
    state: service.state,
    account: service.account,
    privileged: service.account === 'LocalSystem',
    commandLine: service.commandLine,
    program: service.program?.path,
    serviceDll: service.serviceDll,
    dependsOn: service.dependsOn,
    dependents: dependents.get(service.name.toLowerCase()) ?? [],
    recovery: service.recovery,
    maker: service.maker,
    unitFile: undefined,
    unitFileState: undefined,
    driver: false,
  };
}

function dependentsOf(services: Iterable<WindowsService>): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const { name, dependsOn } of services) {
    for (const needed of dependsOn) {
      const id = needed.toLowerCase();
      const names = dependents.get(id);
      if (names) names.push(name);
      else dependents.set(id, [name]);
    }
  }
  return dependents;
}
