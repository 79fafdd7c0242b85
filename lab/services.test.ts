import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceSpec } from './profile.js';
import { driverRegistry, failureActions, serviceRegistry, startNumbers } from './services.js';

const version = { company: 'Contaplus S.L.', product: 'P', description: 'D', version: '1.0.0.0' };
const plain: ServiceSpec = { name: 'Conta', displayName: 'Gestión', image: 'C:\\conta.exe', version, start: 'auto' };
const root = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

describe('serviceRegistry', () => {
  it('writes a plain service as LocalSystem', () => {
    expect(serviceRegistry([plain])).toEqual({
      [`${root}\\Conta`]: {
        Type: 16,
        Start: 2,
        ErrorControl: 1,
        ImagePath: { expand: 'C:\\conta.exe' },
        DisplayName: 'Gestión',
        ObjectName: 'LocalSystem',
      },
    });
  });

  it('quotes a path with spaces and keeps its arguments outside the quotes', () => {
    const [values] = Object.values(
      serviceRegistry([{ ...plain, image: 'C:\\Mi programa\\a.exe', args: '--slow-stop' }]),
    );
    expect(values?.['ImagePath']).toEqual({ expand: '"C:\\Mi programa\\a.exe" --slow-stop' });
  });

  it.each([
    ['manual', 3],
    ['disabled', 4],
  ] as const)('start %s is %i', (start, number) => {
    expect(Object.values(serviceRegistry([{ ...plain, start }]))[0]?.['Start']).toBe(number);
  });

  it('carries dependencies, delayed start, account and failure actions', () => {
    const failure = { resetSeconds: 86400, restartAfterMs: [60000] };
    const [values] = Object.values(
      serviceRegistry([{ ...plain, account: '.\\copias', dependsOn: ['RpcSs'], delayedStart: true, failure }]),
    );
    expect(values).toMatchObject({ ObjectName: '.\\copias', DependOnService: ['RpcSs'], DelayedAutostart: 1 });
    expect(values?.['FailureActions']).toEqual({ binary: failureActions(failure) });
  });
});

it('failureActions is the structure that Windows stores', () => {
  expect(failureActions({ resetSeconds: 86400, restartAfterMs: [60000] }).toString('hex')).toBe(
    ['80510100', '00000000', '00000000', '01000000', '14000000', '01000000', '60ea0000'].join(''),
  );
});

it('driverRegistry tells kernel from file-system drivers', () => {
  const driver = {
    name: 'X',
    displayName: 'X',
    image: 'system32\\x.sys',
    version,
    start: 'boot',
    group: 'Filter',
  } as const;
  const tree = driverRegistry([
    { ...driver, kind: 'kernel' },
    { ...driver, name: 'Y', kind: 'file-system' },
  ]);
  expect(tree[`${root}\\X`]).toMatchObject({ Type: 1, Start: 0, Group: 'Filter' });
  expect(tree[`${root}\\Y`]).toMatchObject({ Type: 2 });
});

describe('startNumbers', () => {
  it('reads the start types out of a registry file of Wine', () => {
    const text = [
      'WINE REGISTRY Version 2',
      '[System\\\\ControlSet001\\\\Services\\\\Norton AntiVirus Server] 1795482000',
      '"Start"=dword:00000004',
      '[System\\\\ControlSet001\\\\Services\\\\EXIFS\\\\Parameters] 1795482000',
      '"Start"=dword:00000001',
      '[Software\\\\X] 1795482000',
      '"Start"=dword:00000002',
    ].join('\n');
    expect([...startNumbers(text)]).toEqual([['Norton AntiVirus Server', 4]]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => startNumbers(text).size >= 0));
  });
});
