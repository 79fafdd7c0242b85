import { microsoft } from '../../catalog/microsoft-sources.js';
import { debianNotes, ubuntuGuide } from '../../checks/wording/debian.js';
import { isAtLeast, toSmallBusiness2003 } from '../../checks/wording/windows-paths.js';
import { type Text, say } from '../../i18n/text.js';
import type { Situation } from '../../model/check.js';
import type { Source } from '../../model/path.js';

type Way = Pick<Situation, 'path' | 'from' | 'to'>;

export const handOverSources: readonly Source[] = [
  microsoft.sbs2000Before,
  microsoft.inPlace,
  debianNotes('trixie', 'upgrading', 'upgrading'),
  ubuntuGuide,
];

/** What is to be done now, on that way: the upgrade itself is nobody's but the vendor's. */
export function whatToDo({ path, from, to }: Way): Text {
  if (to.family === 'debian') return debian(to.name);
  if (to.family === 'ubuntu') return ubuntu(to.name);
  if (toSmallBusiness2003(path)) return smallBusiness(to.name);
  if (path.from === path.to) return sameRelease(to.name);
  return isAtLeast(from.id, 'ws2012') ? keepEverything(to.name) : chooseUpgrade(to.name);
}

/** The codename stands in brackets: `Debian 13 (trixie)`. */
function debian(name: string): Text {
  const codename = /\(([a-z]+)\)/.exec(name)?.[1] ?? name;
  return say({
    en: `Upgrade to ${name} now, at the console or inside screen or tmux: name ${codename} in the sources of apt, then “apt update”, “apt upgrade --without-new-pkgs”, “apt full-upgrade”, and restart.`,
    es: `Actualice ahora a ${name}, en la consola o dentro de screen o tmux: ponga ${codename} en los orígenes de apt y ejecute «apt update», «apt upgrade --without-new-pkgs», «apt full-upgrade»; después reinicie.`,
  });
}

const ubuntu = (name: string): Text =>
  say({
    en: `Upgrade to ${name} now, at the console or inside screen or tmux: “do-release-upgrade”, and restart when it asks.`,
    es: `Actualice ahora a ${name}, en la consola o dentro de screen o tmux: «do-release-upgrade», y reinicie cuando lo pida.`,
  });

const smallBusiness = (name: string): Text =>
  say({
    en: `Log on as the built-in Administrator, insert disc 1 of ${name} in the server’s own language, run Setup.exe and choose to upgrade this server. Set-up restarts several times; go on until it says that it is complete.`,
    es: `Inicie sesión como el Administrador integrado, inserte el disco 1 de ${name} en el mismo idioma del servidor, ejecute Setup.exe y elija actualizar este servidor. La instalación reinicia varias veces; siga hasta que diga que ha terminado.`,
  });

const keepEverything = (name: string): Text =>
  say({
    en: `Mount the medium of ${name} and run setup.exe as Administrator; choose the same kind of installation (with or without desktop) and to keep files, settings and applications. Set-up restarts several times.`,
    es: `Monte el medio de ${name} y ejecute setup.exe como administrador; elija el mismo tipo de instalación (con o sin escritorio) y conservar archivos, configuración y aplicaciones. La instalación reinicia varias veces.`,
  });

const chooseUpgrade = (name: string): Text =>
  say({
    en: `Insert the medium of ${name}, run Setup.exe as an administrator from within Windows and choose Upgrade, not a new installation. Set-up restarts several times.`,
    es: `Inserte el medio de ${name}, ejecute Setup.exe como administrador desde Windows y elija Actualización, no una instalación nueva. La instalación reinicia varias veces.`,
  });

const sameRelease = (name: string): Text =>
  say({
    en: `Mount the medium of ${name}, run setup.exe as Administrator and choose to keep files, settings and applications: set-up runs over the same release.`,
    es: `Monte el medio de ${name}, ejecute setup.exe como administrador y elija conservar archivos, configuración y aplicaciones: la instalación se repite sobre la misma versión.`,
  });
