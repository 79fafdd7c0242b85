import { describe, expect, it } from 'vitest';
import type { ProtectionProduct } from '../facts/protection.js';
import type { Maker, Service } from '../facts/services.js';
import { aService } from '../testing/facts.js';
import { aStepSituation, itemsOf, planStep } from '../testing/run-step.js';
import { thirdPartyServices } from './third-party-services.js';

const unknown: Maker = { kind: 'unknown', name: undefined, how: 'unreadable' };
const norton: ProtectionProduct = {
  product: 'symantec-antivirus',
  name: 'Symantec AntiVirus',
  vendor: 'Symantec',
  kind: 'antivirus',
  seen: ['Norton AntiVirus Server', 'NAVAP'],
  running: true,
  realTime: true,
  tamperProtected: undefined,
  signaturesAt: undefined,
};
const plan = (services: readonly Service[], protection: readonly ProtectionProduct[] = [], path = 'sbs2000-sbs2003') =>
  planStep(thirdPartyServices, { services, protection }, aStepSituation(path));

describe('third-party services', () => {
  it('stops and disables those of another maker', () => {
    const result = plan([aService({ name: 'ContaPlus', displayName: 'ContaPlus', startMode: 'manual' })]);
    expect(itemsOf(result)).toMatchObject([
      {
        id: 'third-party-services/service:ContaPlus',
        kind: 'change',
        resource: { kind: 'service', name: 'ContaPlus' },
        from: { start: 'manual', delayed: false, running: true },
        to: { start: 'disabled', delayed: false, running: false },
        text: {
          en: '“ContaPlus” (Acme Ltd): stop it and set its start mode from Manual to Disabled.',
          es: '«ContaPlus» (Acme Ltd): detenerlo y pasar su modo de inicio de Manual a Deshabilitado.',
        },
        timeoutSeconds: 180,
      },
    ]);
    expect(result.text.en).toBe(
      '1 service is switched off. Windows 2000 has no sc.exe: the start mode is set through WMI (Win32_Service), and in the registry where WMI refuses.',
    );
    expect(plan([aService()], [], 'ws2016-ws2025').text.es).toBe('Se desactiva 1 servicio.');
  });

  it('asks a person about one whose maker nobody knows, by the key of its finding', () =>
    expect(itemsOf(plan([aService({ maker: unknown, program: 'C:\\x.exe' })]))).toMatchObject([
      {
        id: 'third-party-services/AcmeSync',
        kind: 'person',
        text: { en: expect.stringContaining('nothing tells who made C:\\x.exe') as string },
      },
    ]));

  it('asks about one that cannot be stopped without touching such a one', () => {
    const items = itemsOf(
      plan([
        aService({ name: 'Base', displayName: 'Base', dependents: ['Odd'] }),
        aService({ name: 'Odd', displayName: 'Odd', maker: unknown, dependsOn: ['Base'] }),
      ]),
    );
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([
      ['third-party-services/Base', 'person'],
      ['third-party-services/Odd', 'person'],
    ]);
  });

  it('says what it leaves alone', () => {
    const result = plan(
      [
        aService({ name: 'winvnc', displayName: 'VNC Server' }),
        aService({ name: 'Old', displayName: 'Old', startMode: 'disabled', state: 'stopped' }),
        aService({ name: 'Nobody', startMode: 'disabled', state: 'stopped', maker: unknown }),
      ],
      [],
      'ws2016-ws2025',
    );
    expect(result).toEqual({
      state: 'nothing',
      text: {
        en: 'No service of another maker runs with full rights. Left running: “VNC Server” (a way into the server). Disabled already, on purpose, and staying so: “Old” (Acme Ltd).',
        es: 'Ningún servicio de otro fabricante se ejecuta con todos los derechos. Siguen como están: «VNC Server» (una vía de acceso al servidor). Ya deshabilitados a propósito, y así seguirán: «Old» (Acme Ltd).',
      },
    });
  });

  it('leaves whole antivirus and backup products, and what they need, to their own step', () => {
    const services = [
      aService({ name: 'Norton AntiVirus Server', dependsOn: ['ccBase'], dependents: ['AcmeConsole'] }),
      aService({ name: 'ccBase', dependents: ['Norton AntiVirus Server'] }),
      aService({ name: 'AcmeConsole', dependsOn: ['Norton AntiVirus Server'] }),
    ];
    const stopped = (items: ReturnType<typeof itemsOf>) =>
      items.map(({ id }) => id).filter(id => id.startsWith('third-party-services/service:'));
    expect(stopped(itemsOf(plan(services, [norton])))).toEqual(['third-party-services/service:AcmeConsole']);
    expect(stopped(itemsOf(plan(services)))).toHaveLength(3);
  });

  it('stops and masks units of other makers, and what starts them', () => {
    const items = itemsOf(
      plan(
        [
          aService({ name: 'acme.service', displayName: 'Acme', unitFileState: 'enabled', triggers: ['acme.timer'] }),
          aService({ name: 'acme.timer', privileged: undefined, unitFileState: 'enabled', state: 'running' }),
          aService({ name: 'cron.service', maker: { kind: 'system', name: undefined, how: 'package' } }),
        ],
        [],
        'debian12-debian13',
      ),
    );
    expect(items.map(({ id, text }) => [id, text.es])).toEqual([
      [
        'third-party-services/unit:acme.timer',
        '«acme.timer» (Acme Ltd) arranca otra unidad: detenerlo y enmascararlo, para que nada lo inicie.',
      ],
      [
        'third-party-services/unit:acme.service',
        '«acme.service» (Acme Ltd): detenerlo y enmascararlo, para que nada lo inicie.',
      ],
    ]);
  });
});
