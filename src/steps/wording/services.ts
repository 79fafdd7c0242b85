import type { KeepReason } from '../../checks/rules/service-purpose.js';
import { type Standing, type Standings, isTrigger } from '../../checks/rules/service-standing.js';
import { startModeOf } from '../../checks/wording/services.js';
import type { Service } from '../../facts/services.js';
import { type Text, same, say, sentences } from '../../i18n/text.js';
import { isRunning } from '../planning/service-state.js';

/** What a change does to a service that is switched off for the upgrade. */
export function turnOffText(service: Service): Text {
  const name = nameOf(service);
  if (isUnit(service.name)) {
    const what = isTrigger(service)
      ? say({ en: `${name.en} starts another unit: `, es: `${name.es} arranca otra unidad: ` })
      : say({ en: `${name.en}: `, es: `${name.es}: ` });
    return isRunning(service)
      ? say({
          en: `${what.en}stop it and mask it, so that nothing starts it.`,
          es: `${what.es}detenerlo y enmascararlo, para que nada lo inicie.`,
        })
      : say({
          en: `${what.en}mask it, so that nothing starts it; it is not running.`,
          es: `${what.es}enmascararlo, para que nada lo inicie; no está en marcha.`,
        });
  }
  const mode = startModeOf(service);
  const disabled = service.startMode === 'disabled';
  const change = isRunning(service)
    ? say({
        en: `${name.en}: stop it${disabled ? '; it is Disabled already.' : ` and set its start mode from ${mode.en} to Disabled.`}`,
        es: `${name.es}: detenerlo${disabled ? '; ya está Deshabilitado.' : ` y pasar su modo de inicio de ${mode.es} a Deshabilitado.`}`,
      })
    : say({
        en: `${name.en}: set its start mode from ${mode.en} to Disabled; it is not running.`,
        es: `${name.es}: pasar su modo de inicio de ${mode.es} a Deshabilitado; no está en marcha.`,
      });
  return service.triggers.length === 0 ? change : sentences(change, triggersStay);
}

const triggersStay = say({
  en: 'Its start triggers stay and do nothing while it is disabled.',
  es: 'Sus desencadenadores de inicio se conservan y no actúan mientras esté deshabilitado.',
});

/** A service that is not wanted, stopped only because what it needs is. */
export function stopForItText(service: Service, needed: Service | undefined): Text {
  const name = nameOf(service);
  const of = needed?.displayName ?? '?';
  return say({
    en: `${name.en} needs “${of}”: stop it before. It is not disabled, and it is started again afterwards.`,
    es: `${name.es} necesita «${of}»: detenerlo antes. No se deshabilita y después se inicia de nuevo.`,
  });
}

/** “Norton AntiVirus Server” (Symantec Corporation); units by their own name, which is what people type. */
export function nameOf({ name, displayName, maker }: Service): Text {
  const by = maker.name === undefined ? '' : ` (${maker.name})`;
  const shown = isUnit(name) ? name : displayName;
  return { en: `“${shown}”${by}`, es: `«${shown}»${by}` };
}

const isUnit = (name: string): boolean => /\.(service|timer|socket|path)$/.test(name);

/** Why something is left running. */
const keepReasons: Readonly<Record<KeepReason, Text>> = {
  'way-in': say({ en: 'a way into the server', es: 'una vía de acceso al servidor' }),
  vpn: same('VPN'),
  hypervisor: say({ en: 'the hypervisor’s tools', es: 'herramientas del hipervisor' }),
  storage: say({ en: 'storage', es: 'almacenamiento' }),
  network: say({ en: 'network', es: 'red' }),
};

/** What is left as it is, and why: said, so that nobody thinks it was overlooked. */
export function leftAloneText(services: readonly Service[], standings: Standings): readonly Text[] {
  const off = services.filter(service => {
    const standing = standings.get(service.name.toLowerCase());
    // masked units of the distribution are its own business
    return standing?.kind === 'leave' && standing.why === 'off' && service.maker.kind === 'other';
  });
  const kept = services.flatMap(service => {
    const standing = standings.get(service.name.toLowerCase());
    return standing?.kind === 'keep' ? [keptText(service, standing)] : [];
  });
  return [
    ...(kept.length === 0
      ? []
      : [
          say({
            en: f => `Left running: ${f.list(kept.map(text => text.en))}.`,
            es: f => `Siguen como están: ${f.list(kept.map(text => text.es))}.`,
          }),
        ]),
    ...(off.length === 0
      ? []
      : [
          say({
            en: f => `Disabled already, on purpose, and staying so: ${f.list(off.map(one => nameOf(one).en))}.`,
            es: f => `Ya deshabilitados a propósito, y así seguirán: ${f.list(off.map(one => nameOf(one).es))}.`,
          }),
        ]),
  ];
}

function keptText(service: Service, standing: Standing & { kind: 'keep' }): Text {
  const shown = isUnit(service.name) ? service.name : service.displayName;
  const reason =
    standing.reason === 'needed'
      ? say({ en: `needed by ${standing.by}`, es: `necesario para ${standing.by}` })
      : keepReasons[standing.reason];
  return { en: `“${shown}” (${reason.en})`, es: `«${shown}» (${reason.es})` };
}
