import { expect, it } from 'vitest';
import { versionResource } from './native.js';

it('writes a version resource with accents and doubled quotes', () => {
  const script = versionResource({
    company: 'Gestión "Sur" S.L.',
    product: 'Conta',
    description: 'Año',
    version: '7.2.0.15',
  });
  expect(script).toContain('FILEVERSION 7,2,0,15\n');
  expect(script).toContain('VALUE "CompanyName", "Gestión ""Sur"" S.L."');
  expect(script).toContain('VALUE "FileVersion", "7.2.0.15"');
});
