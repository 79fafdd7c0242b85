import { expect, it } from 'vitest';
import { runCheck } from '../testing/run-check.js';
import { certificatesExpiring } from './certificates-expiring.js';

const one = (notAfter: string | undefined, thumbprint?: string) => ({
  subject: 'CN=mail',
  issuer: undefined,
  notBefore: undefined,
  notAfter,
  place: 'MY',
  thumbprint,
});

it.each([
  ['none', [], ['pass']],
  ['a year left', [one('2027-11-24T00:00:00Z')], ['pass']],
  ['exactly thirty days', [one('2026-12-24T12:00:00Z')], ['pass']],
  ['a second less', [one('2026-12-24T11:59:59Z')], ['medium']],
  ['over', [one('2026-11-24T11:59:59Z')], ['low']],
  ['no date', [one(undefined)], ['pass']],
])('%s', (_, certificates, expected) =>
  expect(
    runCheck(certificatesExpiring, { certificates: { certificates } }).map(
      outcome => outcome.severity ?? outcome.state,
    ),
  ).toEqual(expected),
);

it('is keyed by the thumbprint', () =>
  expect(
    runCheck(certificatesExpiring, { certificates: { certificates: [one('2026-11-25T00:00:00Z', 'AB')] } })[0]
      ?.resource,
  ).toBe('AB'));
