import { describe, expect, it } from 'vitest';
import { same } from '../../../i18n/text.js';
import type { KitCase } from '../../../model/kit.js';
import { caseKitFiles } from './case-kit.js';

const kit: KitCase = {
  caseId: '2026-11-25-0123456789abcdef',
  caseName: 'Gestoría Núñez – sbs',
  platform: 'windows',
  computer: 'SERVIDOR',
  system: '2195',
  plan: '0'.repeat(64),
  lines: ['{"seq":1,"at":"2026-11-25T10:00:00.000Z","type":"case-created"}'],
  steps: [
    {
      step: 'notify-users',
      title: { en: 'Tell the users', es: 'Avisar a los usuarios' },
      state: 'do',
      groups: [
        { kind: 'by-hand', text: { en: 'Tell “them”', es: 'Avíselos: «mañana»' } },
        { kind: 'run', item: { id: 'r', text: same('limpiar €'), line: 'x', timeoutSeconds: 1, goodExits: [0] } },
        { kind: 'hand-over', id: 'h', text: { en: 'Insert disc 1', es: 'Inserte el disco 1' } },
      ],
    },
  ],
  known: [],
  backOrder: [],
};

describe.each([
  ['windows', ['README.txt', 'antesala-kit.js', 'antesala-kit.ps1', 'antesala-prepare.cmd', 'antesala-put-back.cmd']],
  ['linux', ['README.txt', 'antesala-kit.sh', 'antesala-prepare.sh', 'antesala-put-back.sh']],
] as const)('the kit of a case on %s', (platform, names) => {
  const files = caseKitFiles({ ...kit, platform }, 'n');

  it('is these files, in plain ASCII', () => {
    expect(Object.keys(files).toSorted()).toEqual([...names]);
    for (const [name, text] of Object.entries(files)) expect(text, name).toMatch(/^[\t\r\n -~]*$/);
  });

  it('has the line ends of whoever reads it', () => {
    for (const [name, text] of Object.entries(files)) {
      if (name.endsWith('.sh')) expect(text, name).not.toContain('\r');
      else expect(text.replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/);
    }
  });

  it('says in both languages what to run and what is left to the person', () => {
    const text = files['README.txt'] ?? '';
    for (const words of [
      'ANTESALA KIT: Gestoria Nunez - sbs',
      '   * Tell "them"',
      '   * Aviselos: "manana"',
      '   * Insert disc 1',
      '   * Inserte el disco 1',
      '   * limpiar ?',
      'antesala case import CASE',
      'antesala case import CASO',
      platform === 'windows' ? 'antesala-put-back.cmd' : 'sudo sh antesala-put-back.sh',
      kit.caseId,
    ]) {
      expect(text).toContain(words);
    }
  });
});

it('waits for the person only where there is something to do by hand', () => {
  const command = (one: KitCase): string => caseKitFiles(one, 'n')['antesala-prepare.cmd'] ?? '';
  expect(command(kit)).toContain('pause');
  expect(command({ ...kit, steps: [] })).not.toContain('pause');
  expect(caseKitFiles(kit, 'n')['antesala-put-back.cmd']).not.toContain('pause');
});
