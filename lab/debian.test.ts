import { expect, it } from 'vitest';
import { controlFile } from './debian.js';
import { unixPath } from './wine.js';

const foreign = {
  name: 'agente',
  version: '1.0',
  maintainer: 'A <a@example>',
  summary: 'Agente',
  files: {},
  enable: [],
};

it('writes the control file of a package', () => {
  expect(controlFile(foreign)).toBe(
    'Package: agente\nVersion: 1.0\nArchitecture: all\nMaintainer: A <a@example>\nDescription: Agente\n',
  );
});

it('refuses a name that dpkg would refuse', () => {
  expect(() => controlFile({ ...foreign, name: 'Agente Ñ' })).toThrow('Agente Ñ');
});

it.each([
  ['C:\\Archivos de programa\\NAV\\x.exe', 'Archivos de programa/NAV/x.exe'],
  ['system32\\drivers\\x.sys', 'windows/system32/drivers/x.sys'],
  ['\\SystemRoot\\System32\\Drivers\\X.SYS', 'windows/system32/drivers/X.SYS'],
])('%s lies at %s', (image, path) => {
  expect(unixPath(image)).toBe(path);
});

it('refuses a path on another drive', () => {
  expect(() => unixPath('D:\\x.exe')).toThrow('D:\\x.exe');
});
