import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { sambaDomainController } from './samba-domain-controller.js';

it.each([
  ['enabled', [{ name: 'samba-ad-dc.service', startMode: 'auto', state: 'stopped' }], 'warn'],
  ['running though disabled', [{ name: 'samba-ad-dc.service', startMode: 'manual', state: 'running' }], 'warn'],
  ['masked', [{ name: 'samba-ad-dc.service', startMode: 'disabled', state: 'stopped' }], 'not-applicable'],
  ['a file server', [{ name: 'smbd.service', startMode: 'auto', state: 'running' }], 'not-applicable'],
])('%s', (_, services, expected) => expect(statesOf(sambaDomainController, { services })).toEqual([expected]));
