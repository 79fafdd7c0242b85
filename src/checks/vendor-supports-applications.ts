import { microsoft } from '../catalog/microsoft-sources.js';
import { type Application, applications } from '../facts/applications.js';
import { hardware } from '../facts/hardware.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { isToolOf } from './wording/hypervisor-tools.js';
import { ask, pass } from './wording/outcomes.js';

export const vendorSupportsApplications = defineCheck({
  id: 'vendor-supports-applications',
  row: 'app-compatibility',
  title: say({ en: 'Maker supports its applications', es: 'El fabricante admite sus aplicaciones' }),
  why: say({
    en: 'Only the maker of an application knows whether it runs on the new system, and whether it survives the upgrade beneath it.',
    es: 'Solo el fabricante de una aplicación sabe si funciona en el nuevo sistema y si sobrevive a la actualización.',
  }),
  platforms: ['windows'],
  needs: { applications },
  uses: { hardware },
  sources: [microsoft.bestPractices, microsoft.inPlace],

  run: ({ applications: list }, { to }, { hardware: machine }) => {
    // the hypervisor's tools have a check of their own
    const virtual = machine.state === 'known' && machine.value.virtual;
    const makers = byMaker(list.filter(one => one.foreign && !isToolOf(virtual, one)));
    if (makers.size === 0) {
      return pass({
        en: 'No application of another maker is listed.',
        es: 'No consta ninguna aplicación de otro fabricante.',
      });
    }
    return [...makers].map(([maker, own]) => {
      const names = own.map(one =>
        one.version === undefined || one.name.includes(one.version) ? one.name : `${one.name} ${one.version}`,
      );
      return ask(
        { en: f => `Installed: ${f.list(names, 10)}.`, es: f => `Instaladas: ${f.list(names, 10)}.` },
        own[0]?.publisher === undefined
          ? {
              en: f => `Does its maker support ${f.list(names)} on ${to.name}, or may it be removed beforehand?`,
              es: f => `¿Admite su fabricante ${f.list(names)} en ${to.name}, o puede quitarse antes?`,
            }
          : {
              en: f => `Does ${maker} support ${f.list(names, 3)} on ${to.name}, or may they be removed beforehand?`,
              es: f => `¿Admite ${maker} el uso de ${f.list(names, 3)} en ${to.name}, o pueden quitarse antes?`,
            },
        { resource: maker, evidence: { applications: names } },
      );
    });
  },
});

/** A maker with many applications is asked about once; one without a maker is asked about by its own name. */
function byMaker(list: readonly Application[]): Map<string, Application[]> {
  const makers = new Map<string, Application[]>();
  for (const application of list) {
    const maker = application.publisher ?? application.name;
    const own = makers.get(maker);
    if (own) own.push(application);
    else makers.set(maker, [application]);
  }
  return makers;
}
