import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, registry, valueOfReading } from '../testing/windows-answers.js';
import { type ServiceSketch, sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import type { ServiceAnswers } from './reading/windows-services.js';
import { sqlServerOnWindows } from './sql-server.windows.js';

const product = 'HKLM\\SOFTWARE\\Microsoft\\Microsoft SQL Server';
type Setup = Partial<Record<'setup' | 'setup32' | 'names' | 'names32' | 'oldDefault', Answer>>;
const none = { setup: absent, setup32: absent, names: absent, names32: absent, oldDefault: absent };
const read = (services: ServiceAnswers, said: Setup = {}) =>
  valueOfReading(sqlServerOnWindows.parse({ ...services, ...none, ...said }, context)).instances;
const instance = (name: string, version?: string): ServiceSketch => ({
  name,
  image: `C:\\${name}\\sqlservr.exe`,
  state: 'Running',
  file: version ? [`C:\\${name}\\sqlservr.exe`, 'Microsoft Corporation', version] : null,
});
const server = (...sketches: ServiceSketch[]) => serviceAnswers('C:\\Windows', 'C:\\P', sketches);

describe('SQL Server on Windows', () => {
  it('is the monitoring database of a Small Business Server 2000, by its program', () => {
    expect(read(sbs2000)).toEqual([
      { name: 'SBSMONITORING', release: '2000', version: '8.0.2039.0', edition: undefined, running: true },
    ]);
  });

  it('is MSDE where set-up says so (2003)', () => {
    const setup = registry(product, {
      '': {},
      'SHAREPOINT\\MSSQLServer\\CurrentVersion': { CurrentVersion: '8.00.194', CSDVersion: '8.00.2039' },
      'SHAREPOINT\\Setup': { Edition: 'Desktop Engine' },
    });
    expect(read(server(instance('MSSQL$SHAREPOINT')), { setup })).toEqual([
      { name: 'SHAREPOINT', release: '2000', version: '8.0.2039', edition: 'MSDE', running: true },
    ]);
  });

  it('is the default instance of 2000, its service pack included', () => {
    const oldDefault = registry('HKLM\\SOFTWARE\\Microsoft\\MSSQLServer', {
      'MSSQLServer\\CurrentVersion': { CurrentVersion: '8.00.194', CSDVersion: '8.00.761' },
    });
    expect(read(server(instance('MSSQLSERVER')), { oldDefault })).toMatchObject([
      { name: 'MSSQLSERVER', release: '2000', version: '8.0.761' },
    ]);
  });

  it('has the edition and patch level of set-up by its instance name (2019)', () => {
    const names = registry(`${product}\\Instance Names\\SQL`, { '': { Conta: 'MSSQL15.CONTA' } });
    const setup = registry(product, {
      'MSSQL15.CONTA\\Setup': { Edition: 'Express Edition', Version: '15.0.2000.5', PatchLevel: '15.0.4298.1' },
      'MSSQL15.CONTA\\MSSQLServer\\CurrentVersion': { CurrentVersion: '15.0.2000.5' },
    });
    expect(read(ws2019, { names, setup })).toEqual([
      { name: 'CONTA', release: '2019', version: '15.0.4312.2', edition: 'Express Edition', running: false },
    ]);
  });

  it('is a 32-bit instance on 64-bit Windows (2012 R2)', () => {
    const root = 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Microsoft SQL Server';
    const names32 = registry(`${root}\\Instance Names\\SQL`, { '': { BKUPEXEC: 'MSSQL.1' } });
    const setup32 = registry(root, { 'MSSQL.1\\Setup': { Edition: 'Express Edition', PatchLevel: '9.4.5000' } });
    expect(read(server(instance('MSSQL$BKUPEXEC')), { names32, setup32 })).toMatchObject([
      { name: 'BKUPEXEC', release: '2005', edition: 'Express Edition' },
    ]);
  });

  it('is the Windows Internal Database by its name', () => {
    expect(
      read(server(instance('MSSQL$MICROSOFT##WID', '2011.110.3000.0'), instance('MSSQL$MICROSOFT##SSEE'))),
    ).toMatchObject([
      { release: '2012', version: '11.0.3000.0', edition: 'Windows Internal Database' },
      { release: undefined, edition: 'Windows Internal Database' },
    ]);
  });

  it.each([
    ['2000.80.194.0', '2000'],
    ['8.0.194.0', '2000'],
    ['2005.90.5000.0', '2005'],
    ['2007.0100.1600.022', '2008'],
    ['2009.0100.1600.01', '2008 R2'],
    ['2014.120.6024.0', '2014'],
    ['2015.130.5026.0', '2016'],
    ['2017.140.1000.169', '2017'],
    ['2022.160.1000.6', '2022'],
    ['2025.170.1000.7', '2025'],
    ['99.1.1.1', undefined],
    ['x', undefined],
  ])('program version %s is SQL Server %s', (version, release) => {
    expect(read(server(instance('MSSQLSERVER', version)))[0]?.release).toBe(release);
  });

  it('is no agent, browser or left-over key', () => {
    const names = registry(`${product}\\Instance Names\\SQL`, { '': { VIEJA: 'MSSQL10.VIEJA' } });
    expect(read(server({ name: 'SQLBrowser' }, { name: 'SQLAgent$CONTA' }, { name: 'MSSQL$' }), { names })).toEqual([]);
  });

  it('is missing when the services could not be read', () => {
    expect(sqlServerOnWindows.parse({ ...ws2019, ...none, keys: denied }, context).state).toBe('missing');
  });

  it('is read whatever set-up holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, version) => {
        const setup = registry(product, { [key]: { Version: version }, [`${key}\\Setup`]: { PatchLevel: version } });
        read(server(instance('MSSQL$A', version)), { setup, oldDefault: setup });
      }),
    );
  });
});
