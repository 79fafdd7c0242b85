import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, registry, text, unsupported, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { directoryParts, domainControllerOnWindows } from './domain-controller.windows.js';
import { directoryQuestions } from './questions/windows-directory.js';
import type { ServiceAnswers } from './reading/windows-services.js';

type Told = Partial<Record<keyof typeof directoryQuestions, Answer>>;
const role = (ProductType: string) => registry(directoryQuestions.productType.key, { '': { ProductType } });
const tcpip = (Domain: string, Hostname: string) =>
  registry(directoryQuestions.domainName.key, { '': { Domain, Hostname } });
const nothing = {
  productType: absent,
  domainName: absent,
  directory: absent,
  sysvolMigration: absent,
  queries: absent,
  root: unsupported,
};
const read = (services: ServiceAnswers, told: Told) =>
  valueOfReading(domainControllerOnWindows.parse({ ...services, ...nothing, ...told }, context));

const queries = (changes: Readonly<Record<string, string>> = {}) => {
  const parts: Record<string, string> = {
    schema: '"SRV1"',
    name: '"SRV1"',
    pdc: '"SRV1"',
    rid: '"SRV2"',
    infr: '"srv1"',
    controllers: '"SRV1"\r\n"SRV2"',
    catalogs: '"SRV2"',
    'domain-level': 'msDS-Behavior-Version: 3',
    'forest-level': 'msDS-Behavior-Version: 2',
    trusts: '',
    sysvol: 'msDFSR-Flags: 48',
    ...changes,
  };
  const lines = Object.entries(parts).map(([name, lines]) => `@antesala-part ${name}\r\n${lines}\r\n`);
  return text(lines.join(''));
};

describe('domain controllers', () => {
  it('a member server is none', () => {
    expect(read(ws2019, { productType: role('ServerNT'), domainName: tcpip('empresa.local', 'SRV') })).toEqual({
      isController: false,
      domain: 'empresa.local',
      forestLevel: undefined,
      domainLevel: undefined,
      holds: undefined,
      controllers: undefined,
      globalCatalog: undefined,
      sysvol: undefined,
      isChildDomain: undefined,
      trusts: undefined,
    });
  });

  it('a Small Business Server 2000 tells its role and root, no levels', () => {
    const directory = registry(directoryQuestions.directory.key, {
      '': { 'Root Domain': 'DC=gestoria,DC=local', 'Global Catalog Promotion Complete': 1 },
    });
    const queriesFailed = text('@antesala-part schema\r\n@antesala-part controllers\r\n', 1);
    expect(
      read(sbs2000, {
        productType: role('LanmanNT'),
        domainName: tcpip('gestoria.local', 'SERVIDOR'),
        directory,
        queries: queriesFailed,
      }),
    ).toEqual({
      isController: true,
      domain: 'gestoria.local',
      forestLevel: undefined,
      domainLevel: undefined,
      holds: undefined,
      controllers: undefined,
      globalCatalog: true,
      sysvol: undefined,
      isChildDomain: false,
      trusts: undefined,
    });
  });

  it('a controller of 2012 R2 tells masters, levels, controllers and SYSVOL', () => {
    expect(
      read(ws2019, { productType: role('LanmanNT'), domainName: tcpip('empresa.local', 'SRV1'), queries: queries() }),
    ).toEqual({
      isController: true,
      domain: 'empresa.local',
      forestLevel: 2,
      domainLevel: 3,
      holds: ['schema', 'naming', 'pdc', 'infrastructure'],
      controllers: ['SRV1', 'SRV2'],
      globalCatalog: false,
      sysvol: 'dfsr',
      isChildDomain: undefined,
      trusts: [],
    });
  });

  const controller = (told: Told, services = ws2019) =>
    read(services, { productType: role('LanmanNT'), domainName: tcpip('sub.empresa.local', 'SRV1'), ...told });

  it('takes the levels of the directory’s root before dsquery’s', () => {
    const root = text('{"forestLevel":"7","domainLevel":"10"}');
    expect(controller({ root, queries: queries() })).toMatchObject({ forestLevel: 7, domainLevel: 10 });
    expect(controller({ root: text('{}'), queries: queries() })).toMatchObject({ forestLevel: 2, domainLevel: 3 });
  });

  it('knows a child domain and trusts', () => {
    const directory = registry(directoryQuestions.directory.key, { '': { 'Root Domain': 'DC=empresa,DC=local' } });
    const trusts = 'trustPartner: filial.local\r\ntrustPartner: empresa.local';
    expect(controller({ directory, queries: queries({ trusts }) })).toMatchObject({
      isChildDomain: true,
      trusts: ['filial.local', 'empresa.local'],
    });
  });

  it('does not say what it holds when one of the five masters did not answer', () => {
    expect(controller({ queries: queries({ infr: '' }) }).holds).toBeUndefined();
  });

  const migrating = (state: number) =>
    registry(directoryQuestions.sysvolMigration.key, { '': { 'Local State': state } });
  it.each([
    [0, 'frs'],
    [1, 'migrating'],
    [2, 'migrating'],
    [3, 'dfsr'],
    [4, undefined],
  ])('SYSVOL in state %s is %s', (state, sysvol) => {
    expect(controller({ sysvolMigration: migrating(state) }).sysvol).toBe(sysvol);
    expect(controller({ queries: queries({ sysvol: `msDFSR-Flags: ${state * 16}` }) }).sysvol).toBe(sysvol);
  });

  it('SYSVOL is FRS’ where only FRS runs (2003), and unknown where nothing tells', () => {
    const frs = (state: string, start: number) =>
      serviceAnswers('C:\\WINDOWS', 'C:\\P', [{ name: 'NtFrs', state, start }]);
    expect(controller({}, frs('Running', 2)).sysvol).toBe('frs');
    expect(controller({}, frs('Stopped', 4)).sysvol).toBeUndefined();
    expect(controller({}).sysvol).toBeUndefined();
  });

  it('are missing when the role cannot be read', () => {
    expect(domainControllerOnWindows.parse({ ...ws2019, ...nothing, productType: denied }, context).state).toBe(
      'missing',
    );
  });

  it('are read whatever dsquery prints', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (output, more) => {
        directoryParts(output);
        controller({
          queries: text(`@antesala-part trusts\n${output}\n@antesala-part sysvol\n${more}`),
          root: text(more),
        });
      }),
    );
  });
});
