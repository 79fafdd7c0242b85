import { describe, expect, it } from 'vitest';
import { allPaths } from '../paths/all.js';
import { anIdentity } from '../testing/facts.js';
import { aStepSituation, itemsOf, planStep } from '../testing/run-step.js';
import { waitForUpgrade } from './wait-for-upgrade.js';

const told = (path: string) => itemsOf(planStep(waitForUpgrade, { identity: anIdentity() }, aStepSituation(path)))[0];

describe('the hand-over', () => {
  it.each([
    ['sbs2000-sbs2003', 'insert disc 1 of Windows Small Business Server 2003', 'Administrador integrado'],
    ['ws2000-ws2003', 'choose Upgrade, not a new installation', 'elija Actualización'],
    ['ws2008r2-ws2012', 'choose Upgrade, not a new installation', 'elija Actualización'],
    ['ws2016-ws2025', 'keep files, settings and applications', 'conservar archivos'],
    ['ws2025-ws2025', 'set-up runs over the same release', 'sobre la misma versión'],
    ['debian12-debian13', 'name trixie in the sources of apt, then “apt update”', 'ponga trixie en los orígenes'],
    ['ubuntu22.04-ubuntu24.04', '“do-release-upgrade”', '«do-release-upgrade»'],
  ])('of %s says what to do', (path, en, es) => {
    const item = told(path);
    expect(item?.kind).toBe('hand-over');
    expect(item?.text.en).toContain(en);
    expect(item?.text.es).toContain(es);
  });

  it('names the target on every path that stays in place', () => {
    for (const path of allPaths.filter(({ kind }) => kind === 'in-place')) {
      expect(told(path.id)?.text.en).toMatch(/Windows|Debian|Ubuntu/);
    }
  });

  it('says what the server is and is to become', () =>
    expect(planStep(waitForUpgrade, { identity: anIdentity() }, aStepSituation('ws2016-ws2025')).text.es).toBe(
      'Este servidor es Windows Server 2016 (10.0.14393) y ha de ser Windows Server 2025.',
    ));
});
