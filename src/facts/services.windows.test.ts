import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, context, denied, registry, rows, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { serviceKeys } from './questions/windows-services.js';
import type { ServiceAnswers } from './reading/windows-services.js';
import { servicesOnWindows } from './services.windows.js';

const read = (answers: ServiceAnswers) => valueOfReading(servicesOnWindows.parse(answers, context));
const byName = (answers: ServiceAnswers) => new Map(read(answers).map(service => [service.name, service]));

describe('services of Small Business Server 2000', () => {
  const services = byName(sbs2000);

  it('are the programs, not the drivers nor keys without a type', () => {
    expect(services.has('EXIFS')).toBe(false);
    expect(services.has('ContentIndex')).toBe(false);
    expect(services.size).toBe(11);
  });

  it('have the program that exists out of an unquoted path with blanks', () => {
    expect(services.get('MSSQL$SBSMONITORING')?.program).toBe(
      'C:\\Archivos de programa\\Microsoft SQL Server\\MSSQL$SBSMONITORING\\Binn\\sqlservr.exe',
    );
    expect(services.get('Norton AntiVirus Server')).toMatchObject({
      startMode: 'auto',
      state: 'running',
      account: 'LocalSystem',
      privileged: true,
      program: 'C:\\Archivos de programa\\NAV\\rtvscan.exe',
      maker: { kind: 'other', name: 'Symantec Corporation', how: 'version-resource' },
      dependents: ['DefWatch'],
      delayedStart: false,
    });
  });

  it('keep the account that is none of the system', () => {
    expect(services.get('BackupExecDeviceMediaService')).toMatchObject({ account: '.\\copias', privileged: false });
  });

  it('name what they depend on, groups marked, drivers included', () => {
    expect(services.get('MSExchangeIS')?.dependsOn).toEqual(['MSExchangeSA', 'EXIFS', 'group:TDI']);
    expect(services.get('MSExchangeSA')?.dependents).toEqual(['MSExchangeIS']);
  });

  it('have an unknown maker when the file was not found, even so with the likeliest program', () => {
    expect(services.get('Impresoras ñ')).toMatchObject({
      state: 'paused',
      program: 'D:\\Herramientas\\cola de impresión\\cola.exe',
      maker: { kind: 'unknown', how: 'unreadable' },
    });
  });

  it('are the system’s when Microsoft made them, in the localised display name of WMI', () => {
    expect(services.get('LanmanServer')).toMatchObject({ displayName: 'Servidor', maker: { kind: 'system' } });
  });
});

describe('services of Windows Server 2019', () => {
  const services = byName(ws2019);

  it('have the maker of their service DLL, not svchost’s', () => {
    expect(services.get('Dnscache')).toMatchObject({
      displayName: 'DNS Client',
      serviceDll: 'C:\\Windows\\System32\\dnsrslvr.dll',
      program: 'C:\\Windows\\System32\\dnsrslvr.dll',
      triggers: ['TriggerInfo'],
      recovery: '80510100000000000000000003000000',
      account: 'NT AUTHORITY\\NetworkService',
      privileged: false,
      maker: { kind: 'system' },
    });
  });

  it('have the program that nssm runs', () => {
    expect(services.get('Facturador')).toMatchObject({
      program: 'C:\\Facturador\\servidor.exe',
      account: 'LocalSystem',
      maker: { kind: 'other', name: 'Informática del Sur' },
    });
  });

  it('are not the system’s only because dllhost is', () => {
    expect(services.get('ProveedorVSS')?.maker.kind).toBe('unknown');
    expect(services.get('COMSysApp')?.maker.kind).toBe('system');
  });

  it('are not the system’s only because their file lies in the Windows folder', () => {
    expect(services.get('sinempresa')?.maker).toEqual({ kind: 'unknown', name: undefined, how: 'unreadable' });
  });

  it('leave out the copies of per-user services, not their templates', () => {
    expect(services.get('CDPUserSvc')?.delayedStart).toBe(true);
    expect(services.has('CDPUserSvc_3a2b1')).toBe(false);
  });
});

describe('services of other servers', () => {
  const plain = (overrides: Partial<ServiceAnswers>): ServiceAnswers => ({ ...sbs2000, ...overrides });

  it('are missing when the registry was not answered', () => {
    expect(servicesOnWindows.parse(plain({ keys: denied }), context).state).toBe('missing');
  });

  it('have an unknown state without WMI, and an unknown maker without file information', () => {
    const service = byName(plain({ states: absent, files: denied })).get('DefWatch');
    expect(service).toMatchObject({
      state: 'unknown',
      displayName: 'DefWatch',
      program: 'C:\\Archivos de programa\\NAV\\defwatch.exe',
      maker: { kind: 'unknown', how: 'unreadable' },
    });
  });

  it.each([
    ['', 'LocalSystem'],
    ['localsystem', 'LocalSystem'],
    ['.\\LocalSystem', 'LocalSystem'],
    ['NT AUTHORITY\\SYSTEM', 'LocalSystem'],
    ['NT AUTHORITY\\LocalService', 'NT AUTHORITY\\LocalService'],
    ['EMPRESA\\system2', 'EMPRESA\\system2'],
  ])('account %j is %s', (ObjectName, account) => {
    const answers = serviceAnswers('C:\\W', 'C:\\P', [{ name: 'a', values: { ObjectName } }]);
    expect(read(answers)[0]?.account).toBe(account);
  });

  it.each([
    ['Microsoft Corporation', 'system'],
    ['Microsoft Corp., Veritas Software', 'system'],
    ['Microsoft® Corporation', 'system'],
    ['Microsoft', 'system'],
    ['Microsofty Tools', 'other'],
    ['Microsoft Partners S.L.', 'other'],
    ['The Microsoft Corporation Fans', 'other'],
  ])('company %j is %s', (company, kind) => {
    const answers = serviceAnswers('C:\\W', 'C:\\P', [{ name: 'a', image: 'C:\\a.exe', file: ['C:\\a.exe', company] }]);
    expect(read(answers)[0]?.maker.kind).toBe(kind);
  });

  it('take the states that WMI has', () => {
    const states = ['Running', 'Stopped', 'Paused', 'Start Pending', 'Unknown', 'Läuft'];
    const answers = serviceAnswers(
      'C:\\W',
      'C:\\P',
      states.map((state, at) => ({ name: `s${at}`, state })),
    );
    expect(read(answers).map(service => service.state)).toEqual([
      'running',
      'stopped',
      'paused',
      'pending',
      'unknown',
      'unknown',
    ]);
  });

  it('keep hostile names as they are', () => {
    const names = ['<script>alert(1)</script>', '\u202Egnp.exe', '__proto__', 'a & del *', '\u001b[31m'];
    const answers = serviceAnswers(
      'C:\\W',
      'C:\\P',
      names.map(name => ({ name, image: `C:\\${name}\\x.exe`, state: 'Running' })),
    );
    expect(read(answers).map(service => service.name)).toEqual(names.filter(name => name !== '__proto__'));
  });

  it('are read whatever the key holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer(), (name, image, type) => {
        const keys = registry(serviceKeys.key, { [name]: { Type: type, ImagePath: image, DependOnService: [image] } });
        servicesOnWindows.parse(plain({ keys, states: rows({ Name: name, State: image }) }), context);
      }),
    );
  });
});
