import { type Text, say } from '../i18n/text.js';
import type { Product } from '../model/path.js';
import { microsoft } from './microsoft-sources.js';

/** Small Business Server ends with its components where Microsoft gives no day of its own; then the source says so. */
const components = (title: Text): Product['sources'] => [microsoft.lifecycle, { title, proof: 'derived' }];
const unsourced = (title: Text): Product['sources'] => [{ title, proof: 'unverified' }];

const sbs = (id: string, name: string, ends: string, sources: Product['sources'] = [microsoft.lifecycle]): Product => ({
  id,
  name,
  family: 'small-business-server',
  support: { ends },
  sources,
});
const essentials = (id: string, name: string, ends: string): Product => ({
  id,
  name,
  family: 'essentials',
  support: { ends },
  sources: components(
    say({ en: 'The Windows Server it is an edition of', es: 'El Windows Server del que es una edición' }),
  ),
});

export const smallBusinessProducts: readonly Product[] = [
  sbs(
    'sbs45',
    'Small Business Server 4.5',
    '2004-12-31',
    unsourced(
      say({
        en: 'The end of Windows NT Server 4.0 below it',
        es: 'El fin de Windows NT Server 4.0, sobre el que funciona',
      }),
    ),
  ),
  sbs(
    'sbs2000',
    'Small Business Server 2000',
    '2010-07-13',
    components(
      say({
        en: 'The end of Windows 2000 Server below it',
        es: 'El fin de Windows 2000 Server, sobre el que funciona',
      }),
    ),
  ),
  sbs('sbs2003', 'Windows Small Business Server 2003', '2016-04-12'),
  sbs('sbs2003r2', 'Windows Small Business Server 2003 R2', '2016-04-12'),
  sbs('sbs2008', 'Windows Small Business Server 2008', '2020-01-14'),
  sbs(
    'sbs2011',
    'Windows Small Business Server 2011',
    '2020-01-14',
    components(say({ en: 'Windows Server 2008 R2 below it', es: 'Windows Server 2008 R2, sobre el que funciona' })),
  ),
  essentials('wse2012', 'Windows Server 2012 Essentials', '2023-10-10'),
  essentials('wse2012r2', 'Windows Server 2012 R2 Essentials', '2023-10-10'),
  essentials('wse2016', 'Windows Server 2016 Essentials', '2027-01-12'),
  essentials('wse2019', 'Windows Server 2019 Essentials', '2029-01-09'),
];
