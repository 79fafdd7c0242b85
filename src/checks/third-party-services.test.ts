import { describe, expect, it } from 'vitest';
import type { Service } from '../facts/services.js';
import { runCheck } from '../testing/run-check.js';
import { thirdPartyServices } from './third-party-services.js';

const service = (more: Partial<Service> = {}): Service => ({
  name: 'ccEvtMgr',
  displayName: 'Gestor de sucesos',
  description: undefined,
  startMode: 'auto',
  delayedStart: false,
  triggers: [],
  state: 'running',
  account: 'LocalSystem',
  privileged: true,
  commandLine: undefined,
  program: 'C:\\Program Files\\Symantec\\ccEvtMgr.exe',
  serviceDll: undefined,
  dependsOn: [],
  dependents: [],
  recovery: undefined,
  maker: { kind: 'other', name: 'Symantec Corporation', how: 'version-resource' },
  unitFile: undefined,
  unitFileState: undefined,
  driver: false,
  ...more,
});
const run = (...list: readonly Service[]) => runCheck(thirdPartyServices, { services: list });

describe('third-party services', () => {
  it.each([
    ['of another maker', {}, 'warn', 'medium'],
    ['manual, but running', { startMode: 'manual' }, 'warn', 'medium'],
    ['disabled, but still running', { startMode: 'disabled' }, 'warn', 'medium'],
    [
      'of a maker nobody could read',
      { maker: { kind: 'unknown', name: undefined, how: 'unreadable' } },
      'unknown',
      'medium',
    ],
    ['rights not known', { privileged: undefined }, 'warn', 'medium'],
    ['the way in', { name: 'sshd', displayName: 'Bitvise SSH Server' }, 'warn', 'low'],
    ['the hypervisor’s', { name: 'VMTools', displayName: 'VMware Tools' }, 'warn', 'low'],
  ] as const)('%s', (_, more, state, severity) =>
    expect(run(service(more))).toMatchObject([
      { state, severity, resource: more && 'name' in more ? more.name : 'ccEvtMgr' },
    ]),
  );

  it.each([
    ['the system’s own', { maker: { kind: 'system', name: 'Microsoft Corporation', how: 'version-resource' } }],
    ['without full rights', { privileged: false, account: 'NT AUTHORITY\\LocalService' }],
    ['disabled on purpose', { startMode: 'disabled', state: 'stopped' }],
    ['a driver', { driver: true }],
  ] as const)('%s is not listed', (_, more) => expect(run(service(more))).toMatchObject([{ state: 'pass' }]));

  it.each([
    ['acme.service', 'command'],
    ['getty@tty1.service', 'command'],
    ['a; reboot', 'hint'],
    ['-x', 'hint'],
    ['$(reboot)', 'hint'],
  ])('a Linux unit called %s gets a %s', (name, kind) => {
    const [outcome] = run(service({ name, state: 'unknown' }));
    expect(outcome?.remedy?.kind).toBe(kind);
    expect(outcome?.remedy?.text.es).toContain('y si ahora está en marcha');
  });

  it('keeps what is needed to put it back', () => {
    const [outcome] = run(service({ delayedStart: true, dependents: ['SavRoam'] }));
    expect(outcome?.evidence).toMatchObject({
      startMode: 'auto',
      delayedStart: true,
      state: 'running',
      dependents: ['SavRoam'],
    });
    expect(outcome?.remedy?.text.es).toContain('Anote su modo de inicio (Automático (retrasado))');
  });
});
