import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, registry, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { exchangeOnWindows } from './exchange.windows.js';
import type { ServiceAnswers } from './reading/windows-services.js';

const oldSetup = registry('HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup', {
  '': { Services: 'C:\\Exchsrvr', NewestBuild: 6249 },
});
const read = (services: ServiceAnswers, setup: { old?: Answer; v14?: Answer; v15?: Answer } = {}) =>
  valueOfReading(exchangeOnWindows.parse({ ...services, old: absent, v14: absent, v15: absent, ...setup }, context));
const store = (version: string | undefined) =>
  serviceAnswers('C:\\Windows', 'C:\\P', [
    {
      name: 'MSExchangeIS',
      image: 'C:\\E\\store.exe',
      file: version ? ['C:\\E\\store.exe', 'Microsoft', version] : null,
    },
  ]);

describe('Exchange on Windows', () => {
  it('is 2000 SP3 on a Small Business Server 2000', () => {
    expect(read(sbs2000, { old: oldSetup })).toEqual({
      installed: true,
      release: '2000',
      build: '6.0.6249.0',
      servicePack: 3,
      services: ['MSExchangeIS', 'MSExchangeSA'],
      installPath: 'C:\\Exchsrvr',
    });
  });

  it('is not installed where only the key of set-up survived', () => {
    expect(read(ws2019, { old: oldSetup })).toMatchObject({ installed: false, release: undefined, services: [] });
  });

  it.each([
    ['5.5.2653.23', '5.5', 4],
    ['6.0.4417.5', '2000', 0],
    ['6.5.7638.1', '2003', 2],
    ['6.5.6944.0', '2003', 0],
    ['8.3.83.6', '2007', 3],
    ['14.3.123.4', '2010', 3],
    ['15.0.1497.2', '2013', undefined],
    ['15.1.2507.6', '2016', undefined],
    ['15.2.1748.10', '2019', undefined],
    ['15.2.2562.17', 'SE', undefined],
    ['17.0.1.1', undefined, undefined],
  ])('version %s is %s', (version, release, servicePack) => {
    expect(read(store(version))).toMatchObject({ installed: true, release, servicePack, build: version });
  });

  it('takes set-up’s build when the store’s file was not read', () => {
    expect(read(store(undefined), { old: oldSetup })).toMatchObject({
      release: '2000',
      build: '6.0.6249',
      servicePack: 3,
    });
    const v15 = registry('HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup', {
      '': {
        MsiProductMajor: 15,
        MsiProductMinor: 1,
        MsiBuildMajor: 2507,
        MsiBuildMinor: 6,
        MsiInstallPath: 'C:\\Ex\\V15\\',
      },
    });
    expect(read(store(undefined), { v15 })).toMatchObject({
      release: '2016',
      build: '15.1.2507.6',
      installPath: 'C:\\Ex\\V15\\',
    });
  });

  it('says that it is installed even when no version can be read', () => {
    expect(read(store(undefined))).toMatchObject({ installed: true, release: undefined, build: undefined });
  });

  it('is missing when the services could not be read', () => {
    const answers = { ...sbs2000, keys: denied, old: oldSetup, v14: absent, v15: absent };
    expect(exchangeOnWindows.parse(answers, context).state).toBe('missing');
  });

  it('is read whatever the version says', () => {
    fc.assert(fc.property(fc.string(), version => read(store(`6.${version}`)).installed));
  });
});
