import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, rows, text } from '../testing/windows-answers.js';
import { listeningPortsOnWindows } from './listening-ports.windows.js';
import { currentVersion } from './questions/windows.js';

const windows = (build: string) => registry(currentVersion.key, { '': { CurrentBuildNumber: build } });
const read = (given: Given) => valueWith(listeningPortsOnWindows, given);

/** Windows Server 2012 R2 in Spanish, in the form that netstat prints; composed. */
const spanish = `
Conexiones activas

  Proto  Dirección local          Dirección remota        Estado           PID
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       712
  TCP    0.0.0.0:3389           0.0.0.0:0              LISTENING       996
  TCP    0.0.0.0:49152          0.0.0.0:0              LISTENING       440
  TCP    127.0.0.1:8005         0.0.0.0:0              A LA ESCUCHA    2200
  TCP    192.168.16.2:139       0.0.0.0:0              LISTENING       4
  TCP    192.168.16.2:3389      192.168.16.20:50112    ESTABLISHED     996
  TCP    [::]:135               [::]:0                 LISTENING       712
  UDP    0.0.0.0:500            *:*                                    832
  UDP    0.0.0.0:54012          *:*                                    1300
  UDP    [fe80::a1b2:3%12]:546  *:*                                    900
`.replaceAll('\n', '\r\n');

describe('listening ports of Windows', () => {
  it('are those with nobody at the other end, whatever the state is called', () => {
    const services = rows(
      { Name: 'RpcSs', ProcessId: 712 },
      { Name: 'RpcEptMapper', ProcessId: 712 },
      { Name: 'TermService', ProcessId: 996 },
      { Name: 'IKEEXT', ProcessId: 832 },
      { Name: 'Spooler', ProcessId: 0 },
    );
    const processes = rows(
      { Name: 'System', ProcessId: 4 },
      { Name: 'svchost.exe', ProcessId: 712 },
      { Name: 'tomcat7.exe', ProcessId: 2200 },
      { Name: 'wininit.exe', ProcessId: 440 },
    );
    const found = read({ sockets: text(spanish), services, processes, windows: windows('9600') });
    expect(found.ports.map(({ name, addresses, local, owners }) => [name, addresses, local, owners])).toEqual([
      ['tcp 135', ['*'], false, ['RpcEptMapper', 'RpcSs']],
      ['tcp 139', ['192.168.16.2'], false, ['System']],
      ['udp 500', ['*'], false, ['IKEEXT']],
      ['tcp 3389', ['*'], false, ['TermService']],
      ['tcp 8005', ['127.0.0.1'], true, ['tomcat7.exe']],
    ]);
    expect(found.dynamic.map(({ name, owners }) => [name, owners])).toEqual([['tcp 49152', ['wininit.exe']]]);
  });

  it('of Windows 2000, which names no processes and takes its own ports from 1025 on', () => {
    const sockets = text(
      '  TCP    0.0.0.0:1026           0.0.0.0:0              LISTENING\r\n  TCP    0.0.0.0:1433           0.0.0.0:0              LISTENING\r\n  TCP    0.0.0.0:49200          0.0.0.0:0              LISTENING\r\n  UDP    0.0.0.0:1030           *:*\r\n',
    );
    expect(read({ sockets, windows: windows('2195') })).toMatchObject({
      ports: [{ name: 'tcp 1433', owners: [] }, { name: 'tcp 49200' }],
      dynamic: [{ name: 'tcp 1026' }],
    });
  });

  it('are missing when netstat did not answer, or said nothing that is understood', () => {
    expect(reasonWith(listeningPortsOnWindows, { sockets: denied }).es).toContain('netstat');
    expect(reasonWith(listeningPortsOnWindows, { sockets: text('NETSTAT [-a] [-e]\r\n', 1) }).es).toContain('netstat');
  });

  it('are read whatever netstat prints', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(' ', '  TCP    ', '0.0.0.0:0', ':99999', '[::]:0', '*:*', '4'));
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 8 })), lines => {
        const printed = [...lines.map(line => line.join('')), '  TCP    0.0.0.0:80   0.0.0.0:0   X   4'].join('\r\n');
        expect(read({ sockets: text(printed) }).ports.length).toBeGreaterThan(0);
      }),
    );
  });
});
