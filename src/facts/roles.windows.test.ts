import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, rows, text } from '../testing/windows-answers.js';
import { productOptions } from './questions/windows.js';
import { rolesOnWindows } from './roles.windows.js';

const subcomponents = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\Oc Manager\\Subcomponents';
const controller = registry(productOptions.key, { '': { ProductType: 'LanmanNT' } });
const names = (given: Given) => {
  const value = valueWith(rolesOnWindows, given);
  return [value.from, ...value.installed.map(role => role.name)];
};

describe('roles and features', () => {
  const serverFeatures = rows(
    { ID: 10, Name: 'Servicios de dominio de Active Directory' },
    { ID: 13, Name: 'Servidor DNS' },
    { ID: 999, Name: 'Nueva' },
  );
  const optionalFeatures = rows(
    { Name: 'SMB1Protocol', Caption: 'Compatibilidad con SMB 1.0' },
    { Name: 'Smtpsvc-Service-Update-Name', Caption: 'Servidor SMTP' },
    { Name: 'DNS-Server-Full-Role', Caption: 'Servidor DNS' },
    { Name: 'MediaPlayback', Caption: 'x' },
  );

  it('of 2012 and later by the names of Get-WindowsFeature', () => {
    const windowsFeatures = text(
      '{"features":[{"title":"Servidor DNS","name":"DNS"},{"name":"FS-SMB1","title":""},{"name":7},null]}',
    );
    const given = { windowsFeatures, serverFeatures };
    expect(names(given)).toEqual(['server-feature', 'DNS', 'FS-SMB1']);
    expect(valueWith(rolesOnWindows, given).installed[0]?.title).toBe('Servidor DNS');
  });

  it('of 2008 and later by number, in any language', () => {
    expect(names({ serverFeatures, optionalFeatures })).toEqual([
      'server-feature',
      'AD-Domain-Services',
      'DNS',
      'feature-999',
      'FS-SMB1',
      'SMTP-Server',
      'MediaPlayback',
    ]);
  });

  it('without Get-WindowsFeature by the classes', () => {
    expect(names({ windowsFeatures: text('{"features":[]}'), optionalFeatures })).toContain('FS-SMB1');
  });

  it('of 2000 and 2003 by what set-up wrote, and the role of the machine', () => {
    const components = registry(subcomponents, {
      '': { iis_www: 1, iis_smtp: 1, DNS: 1, wins: 0, indexsrv_system: 1 },
    });
    expect(names({ serverFeatures: rows(), components, options: controller })).toEqual([
      'registry',
      'AD-Domain-Services',
      'Web-Server',
      'SMTP-Server',
      'DNS',
    ]);
  });

  it('by services where nothing else tells', () => {
    const services = rows(
      { Name: 'W3SVC', DisplayName: 'Servicio de publicación World Wide Web', StartMode: 'Auto' },
      { Name: 'SMTPSVC', DisplayName: 'SMTP', StartMode: 'Disabled' },
      { Name: 'Spooler', DisplayName: 'Cola de impresión', StartMode: 'Auto' },
    );
    expect(names({ services, options: controller })).toEqual(['services', 'AD-Domain-Services', 'Web-Server']);
    expect(names({ services: rows() })).toEqual(['services']);
  });

  it('are missing where nothing answers', () =>
    expect(reasonWith(rolesOnWindows, { serverFeatures: denied }).es).toContain('Win32_ServerFeature'));

  it('are read whatever the answers hold', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, cell) => {
        const windowsFeatures = text(`{"features":[${json}]}`);
        const found = readWith(rolesOnWindows, {
          windowsFeatures,
          optionalFeatures: rows({ Name: cell }),
          services: rows({ Name: cell }),
        });
        return found.state === 'known';
      }),
    );
  });
});
