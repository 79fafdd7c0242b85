import type { Product, Source } from '../model/path.js';

/** The package distro-info-data, by which both distributions tell their own tools when releases end. */
const distroInfo: Source = {
  title: 'Debian package distro-info-data (0.58+deb12u7, April 2026)',
  url: 'https://packages.debian.org/distro-info-data',
  proof: 'vendor',
};
const debianLts: Source = { title: 'Debian wiki: LTS', url: 'https://wiki.debian.org/LTS', proof: 'vendor' };
const ubuntuCycle: Source = {
  title: 'Ubuntu release cycle',
  url: 'https://ubuntu.com/about/release-cycle',
  proof: 'vendor',
};

const debian = (version: string, codename: string, ends: string, lts: string): Product => ({
  id: `debian${version}`,
  name: `Debian ${version} (${codename})`,
  family: 'debian',
  support: { ends, extended: { name: 'LTS', ends: lts } },
  sources: [distroInfo, debianLts],
});
const ubuntu = (version: string, ends: string, esm: string): Product => ({
  id: `ubuntu${version}`,
  name: `Ubuntu ${version} LTS`,
  family: 'ubuntu',
  support: { ends, extended: { name: 'ESM (Ubuntu Pro)', ends: esm } },
  sources: [distroInfo, ubuntuCycle],
});

export const linuxProducts: readonly Product[] = [
  debian('10', 'buster', '2022-09-10', '2024-06-30'),
  debian('11', 'bullseye', '2024-08-14', '2026-08-31'),
  debian('12', 'bookworm', '2026-07-11', '2028-06-30'),
  debian('13', 'trixie', '2028-08-09', '2030-06-30'),
  ubuntu('18.04', '2023-05-31', '2028-04-26'),
  ubuntu('20.04', '2025-05-29', '2030-04-23'),
  ubuntu('22.04', '2027-06-01', '2032-04-21'),
  ubuntu('24.04', '2029-05-31', '2034-04-25'),
  ubuntu('26.04', '2031-05-29', '2036-04-23'),
];
