import { describe, expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { supportEnds } from './support-ends.js';

const judged = (path: string, now: string) =>
  runCheck(supportEnds, {}, aSituation(path, { now: new Date(now) })).map(({ resource, state, severity }) =>
    `${resource} ${state} ${severity ?? ''}`.trim(),
  );

describe('support-ends', () => {
  it.each([
    ['ws2016-ws2025', '2026-11-24', ['ws2016 pass', 'ws2025 pass']],
    ['ws2016-ws2025', '2027-01-13', ['ws2016 warn low', 'ws2025 pass']],
    ['ws2016-ws2025', '2031-01-01', ['ws2016 warn low', 'ws2025 pass']],
    ['sbs2000-sbs2003', '2026-11-24', ['sbs2000 warn low', 'sbs2003 warn high']],
    ['wse2012r2-wse2016', '2026-11-24', ['wse2012r2 warn low', 'wse2016 warn medium']],
    ['ws2016-ws2025', '2033-10-10', ['ws2016 warn low', 'ws2025 pass']],
    ['ws2016-ws2025', '2033-10-11', ['ws2016 warn low', 'ws2025 warn medium']],
    ['ws2025-ws2025', '2026-11-24', ['ws2025 pass']],
    ['debian12-debian13', '2026-11-24', ['debian12 warn low', 'debian13 pass']],
  ])('%s on %s', (path, now, expected) => expect(judged(path, now)).toEqual(expected));

  it('says the days and what still costs extra', () => {
    const [from, to] = runCheck(supportEnds, {}, aSituation('wse2012r2-wse2016'));
    expect(from?.text.es).toBe(
      'Windows Server 2012 R2 Essentials no recibe actualizaciones de seguridad desde el 10 de octubre de 2023.',
    );
    expect(to?.text.en).toBe('Windows Server 2016 Essentials gets security updates for only 49 more days.');
    const [debian] = runCheck(supportEnds, {}, aSituation('debian12-debian13'));
    expect(debian?.text.en).toContain('LTS lasts until 30 June 2028');
  });
});

it.each([
  ['debian11-debian12', '2026-08-01', 0, 'terminaron el 14 de agosto de 2024; LTS dura hasta el 31 de agosto de 2026'],
  ['debian11-debian12', '2026-11-24', 0, 'terminaron el 14 de agosto de 2024, y LTS, el 31 de agosto de 2026'],
  [
    'debian11-debian12',
    '2026-11-24',
    1,
    'del destino, Debian 12 (bookworm), terminaron el 11 de julio de 2026; LTS dura',
  ],
  ['sbs2000-sbs2003', '2026-11-24', 1, 'El propio destino ya no tiene soporte'],
])('%s at %s says of its end %i: %s', (path, day, index, words) => {
  const outcome = runCheck(supportEnds, {}, aSituation(path, { now: new Date(`${day}T12:00:00Z`) }))[index];
  expect(outcome?.text.es).toContain(words);
});
