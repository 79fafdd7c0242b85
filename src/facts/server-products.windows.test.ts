import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, registry, valueOfReading } from '../testing/windows-answers.js';
import { type ServiceSketch, sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { directoryQuestions } from './questions/windows-directory.js';
import type { ServiceAnswers } from './reading/windows-services.js';
import { serverProductsOnWindows } from './server-products.windows.js';

type Told = Partial<Record<'productType' | 'webServerExtensions' | 'officeServer' | 'updateServices', Answer>>;
const none = { productType: absent, webServerExtensions: absent, officeServer: absent, updateServices: absent };
const read = (services: ServiceAnswers, told: Told = {}) =>
  valueOfReading(serverProductsOnWindows.parse({ ...services, ...none, ...told }, context)).found;
const server = (...sketches: ServiceSketch[]) => serviceAnswers('C:\\WINDOWS', 'C:\\P', sketches);
const wseKey = 'HKLM\\SOFTWARE\\Microsoft\\Shared Tools\\Web Server Extensions';
const service = (name: string, version?: string): ServiceSketch => ({
  name,
  image: `C:\\P\\${name}.exe`,
  file: version ? [`C:\\P\\${name}.exe`, 'Microsoft Corporation', version] : null,
  state: 'Running',
});

describe('server products on Windows', () => {
  it('ISA Server 2000 on a Small Business Server 2000', () => {
    expect(read(sbs2000)).toEqual([
      { product: 'isa', name: 'ISA Server 2000', version: '3.0.1200.166', seen: 'fwsrv' },
    ]);
  });

  it.each([
    ['4.0.2165.610', 'isa', 'ISA Server 2004'],
    ['5.0.5723.511', 'isa', 'ISA Server 2006'],
    ['7.0.9193.500', 'tmg', 'Forefront Threat Management Gateway'],
    [undefined, 'isa', 'ISA Server'],
  ])('firewall of version %s is %s', (version, product, name) => {
    expect(read(server(service('fwsrv', version)))).toMatchObject([{ product, name, version }]);
  });

  it('SharePoint Services 2.0 of Small Business Server 2003', () => {
    const webServerExtensions = registry(wseKey, {
      '': {},
      '60': { SharePoint: 'Installed', Version: '6.0.2.8165' },
      '4.0': {},
    });
    expect(read(server(service('SPTimer')), { webServerExtensions })).toEqual([
      { product: 'wss', name: 'Windows SharePoint Services 2.0', version: '6.0.2.8165', seen: 'SPTimer' },
    ]);
  });

  it('SharePoint Services 3.0, Office SharePoint Server 2007 and SharePoint 2013 are told apart', () => {
    const extensions = (major: string) =>
      registry(wseKey, { '': {}, [major]: { SharePoint: 'Installed', Version: `${major}.0.1` } });
    const officeKey = 'HKLM\\SOFTWARE\\Microsoft\\Office Server';
    const officeServer = registry(officeKey, { '': {}, '12.0': { BuildVersion: '12.0.4518.1016' } });
    expect(read(server(service('SPTimerV3')), { webServerExtensions: extensions('12.0') })).toMatchObject([
      { product: 'wss' },
    ]);
    expect(read(server(service('SPTimerV3')), { webServerExtensions: extensions('12.0'), officeServer })).toMatchObject(
      [{ product: 'sharepoint' }],
    );
    expect(read(server(service('SPTimerV4')), { webServerExtensions: extensions('15.0') })).toMatchObject([
      { product: 'sharepoint' },
    ]);
  });

  it('left-over keys without a service are nothing', () => {
    const webServerExtensions = registry(wseKey, { '60': { SharePoint: 'Installed' } });
    expect(read(ws2019, { webServerExtensions })).toEqual([]);
  });

  it('others by their services (2012 R2)', () => {
    const updateServices = registry('HKLM\\SOFTWARE\\Microsoft\\Update Services\\Server\\Setup', {
      '': { VersionString: '6.3.9600.18228' },
    });
    const all = server(
      ...['WsusService', 'adfssrv', 'MSCRMAsyncService', 'ProjectQueueService15', 'SMS_EXECUTIVE'].map(name =>
        service(name),
      ),
      { name: 'CcmExec', state: 'Running' },
    );
    expect(read(all, { updateServices }).map(({ product, version }) => [product, version])).toEqual([
      ['wsus', '6.3.9600.18228'],
      ['adfs', undefined],
      ['dynamics', undefined],
      ['project-server', undefined],
      ['configmgr', undefined],
    ]);
  });

  it('fax only where it is in use', () => {
    expect(read(server({ name: 'Fax', start: 3, state: 'Stopped' }))).toEqual([]);
    expect(read(server({ name: 'Fax', start: 3, state: 'Running' }))).toMatchObject([{ product: 'fax' }]);
    expect(read(server({ name: 'Fax', start: 2, state: 'Stopped' }))).toMatchObject([{ product: 'fax' }]);
  });

  it('BackOffice Server by its suite', () => {
    const productType = registry(directoryQuestions.productType.key, {
      '': { ProductSuite: ['BackOffice', 'Terminal Server'] },
    });
    expect(read(server(), { productType })).toMatchObject([{ product: 'backoffice', seen: 'ProductSuite' }]);
  });

  it('are missing when the services could not be read', () => {
    expect(serverProductsOnWindows.parse({ ...ws2019, ...none, keys: denied }, context).state).toBe('missing');
  });

  it('are read whatever names and versions there are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, version) => {
        const webServerExtensions = registry(wseKey, { [name]: { SharePoint: 'Installed', Version: version } });
        read(server(service('SPTimer', version), service('fwsrv', version)), {
          webServerExtensions,
          officeServer: webServerExtensions,
        });
      }),
    );
  });
});
