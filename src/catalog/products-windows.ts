import { say } from '../i18n/text.js';
import type { Product } from '../model/path.js';
import { community, microsoft } from './microsoft-sources.js';

const esu = (ends: string) => ({ name: 'ESU', ends });
const windows = (
  id: string,
  name: string,
  support: Product['support'],
  sources: Product['sources'] = [microsoft.lifecycle],
): Product => ({ id, name, family: 'windows-server', support, sources });

/** Windows Server with the last day of free security updates (extended support) and of paid ones (Extended Security Updates). */
export const windowsProducts: readonly Product[] = [
  windows('nt4', 'Windows NT Server 4.0', { ends: '2004-12-31' }, [
    {
      title: say({
        en: 'End of support of Windows NT Server 4.0, as commonly quoted',
        es: 'Fin del soporte de Windows NT Server 4.0, como suele citarse',
      }),
      proof: 'unverified',
    },
  ]),
  windows('ws2000', 'Windows 2000 Server', { ends: '2010-07-13' }, [community.endOfLife]),
  windows('ws2003', 'Windows Server 2003', { ends: '2015-07-14' }),
  windows('ws2003r2', 'Windows Server 2003 R2', { ends: '2015-07-14' }),
  windows('ws2008', 'Windows Server 2008', { ends: '2020-01-14', extended: esu('2023-01-10') }),
  windows('ws2008r2', 'Windows Server 2008 R2', { ends: '2020-01-14', extended: esu('2023-01-10') }),
  windows('ws2012', 'Windows Server 2012', { ends: '2023-10-10', extended: esu('2026-10-13') }),
  windows('ws2012r2', 'Windows Server 2012 R2', { ends: '2023-10-10', extended: esu('2026-10-13') }),
  windows('ws2016', 'Windows Server 2016', { ends: '2027-01-12', extended: esu('2030-01-12') }, [
    microsoft.lifecycle,
    community.endOfLife,
  ]),
  windows('ws2019', 'Windows Server 2019', { ends: '2029-01-09' }),
  windows('ws2022', 'Windows Server 2022', { ends: '2031-10-14' }),
  // newer pages of Microsoft may say November 2034
  windows('ws2025', 'Windows Server 2025', { ends: '2034-10-10' }, [community.endOfLife]),
];
