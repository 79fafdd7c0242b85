import { describe, expect, it } from 'vitest';
import { absent, denied, registry } from '../../testing/windows-answers.js';
import { sbs2000, ws2019 } from '../../testing/windows-services.js';
import { serviceKeys } from '../questions/windows-services.js';
import { isRunning, windowsServices } from './windows-services.js';

describe('services and drivers', () => {
  it('are read once for the same answers, again when one of them differs', () => {
    const services = windowsServices(sbs2000);
    expect(windowsServices({ ...sbs2000 })).toBe(services);
    const other = windowsServices({ ...sbs2000, states: absent });
    expect(other).not.toBe(services);
    expect(other?.get('defwatch')?.state).toBe('unknown');
    expect(windowsServices(sbs2000)?.get('defwatch')?.state).toBe('running');
  });

  it('are found by lower-case name and keep their own', () => {
    expect(windowsServices(ws2019)?.get('wdfilter')).toMatchObject({
      name: 'WdFilter',
      driver: true,
      group: 'FSFilter Anti-Virus',
    });
  });

  it('are none when the key was not answered', () => {
    expect(windowsServices({ ...sbs2000, keys: denied })).toBeUndefined();
  });

  it('are one where the host spells a key in two ways or in no order', () => {
    const keys = registry(serviceKeys.key, {
      'Uno\\Parameters': { ServiceDll: 'C:\\uno.dll' },
      Otro: { Type: 1 },
      UNO: { Type: 0x20, Start: 3 },
      'otro\\Parameters\\Deeper': { ServiceDll: 'C:\\no.dll' },
    });
    const services = windowsServices({ ...sbs2000, keys });
    expect([...(services?.keys() ?? [])]).toEqual(['uno', 'otro']);
    expect(services?.get('uno')).toMatchObject({ startMode: 'manual', serviceDll: 'C:\\uno.dll' });
    expect(services?.get('otro')?.serviceDll).toBeUndefined();
  });

  it('run when they say so, and nobody knows when nothing tells', () => {
    const services = windowsServices(ws2019);
    expect(isRunning(services?.get('vmms'))).toBe(true);
    expect(isRunning(services?.get('wbengine'))).toBe(false);
    expect(isRunning(windowsServices({ ...ws2019, states: absent })?.get('vmms'))).toBeUndefined();
    expect(isRunning(undefined)).toBeUndefined();
  });
});
