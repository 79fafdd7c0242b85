import { microsoft, unverified } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import type { UpgradePath } from '../model/path.js';
import { inPlace, migrate } from './way.js';
import { windowsRequirements } from './windows-requirements.js';

const noEssentials = say({
  en: 'From Windows Server 2019 on there is no Essentials Experience: no dashboard, no client backup, no Remote Web Access. Plan what takes their place before moving to a new server.',
  es: 'Desde Windows Server 2019 ya no existe la experiencia Essentials: ni panel, ni copias de los equipos, ni acceso web remoto. Decida qué los sustituye antes de pasar a un servidor nuevo.',
});

export const essentialsPaths: readonly UpgradePath[] = [
  inPlace('wse2012r2', 'wse2016', {
    requires: windowsRequirements.ws2016 ?? { sources: [] },
    sources: [microsoft.upgradePaths2016],
  }),
  ...['wse2012', 'wse2012r2', 'wse2016', 'wse2019'].map(from =>
    migrate(from, 'ws2025', { notes: [noEssentials], sources: [microsoft.essentials2019, unverified.practice] }),
  ),
];
