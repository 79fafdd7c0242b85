import { unverified } from '../catalog/microsoft-sources.js';
import { containersAndVirtualMachines } from '../facts/containers-and-virtual-machines.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const machinesRunningHere = defineCheck({
  id: 'machines-running-here',
  row: 'app-compatibility',
  title: say({ en: 'Containers and virtual machines', es: 'Contenedores y máquinas virtuales' }),
  why: say({
    en: 'What runs inside stops when its engine is upgraded or the server restarts; their users are other people than the server’s.',
    es: 'Lo que se ejecuta dentro se detiene al actualizar su motor o al reiniciar; sus usuarios pueden ser otros que los del servidor.',
  }),
  platforms: ['linux'],
  needs: { containersAndVirtualMachines },
  sources: [unverified.practice],

  run: ({ containersAndVirtualMachines: { engines } }) => {
    if (engines.length === 0) return { state: 'pass', text: say({ en: 'There are none.', es: 'No hay.' }) };
    return engines.map(engine => {
      const resource = engine.name;
      if (engine.running === 0) {
        return { state: 'pass' as const, resource, text: say({ en: 'Nothing runs in it.', es: 'No ejecuta nada.' }) };
      }
      const { running } = engine;
      return {
        state: 'warn' as const,
        severity: 'medium' as const,
        resource,
        text:
          running === undefined
            ? say({
                en: `${engine.name} is installed; what runs in it could not be counted.`,
                es: `${engine.name} está instalado; no se ha podido contar lo que ejecuta.`,
              })
            : say({
                en: f => `${f.plural(running, '# runs in it', '# run in it')}.`,
                es: f => `${f.plural(running, 'Hay # en marcha', 'Hay # en marcha')}.`,
              }),
        remedy: {
          kind: 'hint' as const,
          text: say({
            en: 'Tell their users, back them up, and shut them down before the upgrade starts.',
            es: 'Avise a sus usuarios, haga copia y apáguelos antes de empezar la actualización.',
          }),
        },
        evidence: { package: engine.package ?? null, version: engine.version ?? null, running: running ?? null },
      };
    });
  },
});
