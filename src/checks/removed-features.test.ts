import { describe, expect, it } from 'vitest';
import { removedFeatures as listed } from '../catalog/removed-features.js';
import { aSituation, someRoles } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { removedFeatures } from './removed-features.js';

const judged = (path: string, ...names: readonly string[]) =>
  runCheck(removedFeatures, { roles: someRoles(...names) }, aSituation(path)).map(
    ({ resource, state, severity }) => `${resource} ${state} ${severity}`,
  );

describe('removed-features', () => {
  it.each([
    ['ws2016-ws2025', 'SMTP-Server', ['SMTP-Server fail high']],
    ['ws2016-ws2025', 'smtp-server', ['SMTP-Server fail high']],
    ['ws2016-ws2022', 'SMTP-Server', ['undefined pass undefined']],
    ['ws2016-ws2025', 'PowerShell-V2', ['PowerShell-V2 warn medium']],
    ['ws2016-ws2019', 'PowerShell-V2', ['PowerShell-V2 warn low']],
    ['ws2016-ws2022', 'WINS', ['WINS warn low']],
    ['ws2016-ws2019', 'WINS', ['undefined pass undefined']],
    ['ws2016-ws2025', 'Web-Server', ['undefined pass undefined']],
  ])('%s with %s', (path, name, expected) => expect(judged(path, name)).toEqual(expected));

  it('makes one finding for each', () =>
    expect(judged('ws2012r2-ws2025', 'WINS', 'SMTP-Server')).toEqual(['SMTP-Server fail high', 'WINS warn low']));

  it('does not pass on services alone', () => {
    const [outcome] = runCheck(
      removedFeatures,
      { roles: { installed: [], from: 'services' } },
      aSituation('ws2016-ws2025'),
    );
    expect(outcome?.state).toBe('unknown');
  });

  it('has both languages for everything listed, and a release', () => {
    expect(listed.filter(({ instead }) => instead.en === instead.es)).toEqual([]);
    expect(listed.filter(({ removedIn, deprecatedIn }) => (removedIn ?? deprecatedIn) === undefined)).toEqual([]);
  });
});
