import { describe, expect, it } from 'vitest';
import type { PlanChoices } from '../model/plan-choices.js';
import { anIdentity } from '../testing/facts.js';
import { aStepSituation, itemsOf, planStep, someChoices } from '../testing/run-step.js';
import { notifyUsers } from './notify-users.js';

const window = { starts: '2026-11-28T19:00:00.000Z', ends: '2026-11-29T01:00:00.000Z', timeZone: 'Europe/Madrid' };
const smtp = { smtp: 'smtp://mail.example.com:587', from: 'it@example.com' };
const ana = { address: 'ana@example.com', language: 'es' as const };

function plan(notify: Partial<PlanChoices['notify']>, withWindow = true, path = 'ws2016-ws2025') {
  const choices = someChoices({
    notify: { to: [], onScreen: false, ...notify },
    ...(withWindow ? { window } : {}),
  });
  const product = path.split('-')[0] ?? '';
  return planStep(notifyUsers, { identity: anIdentity({ product }) }, aStepSituation(path, { choices }));
}

describe('telling the users', () => {
  it.each<[string, Partial<PlanChoices['notify']>, readonly string[]]>([
    ['by mail', { ...smtp, to: [ana] }, ['mail notify-users/mail']],
    ['the directory', { ...smtp, ldap: { url: 'ldap://dc', base: 'dc=x' } }, ['mail notify-users/mail']],
    ['on screen, and by a person', { onScreen: true }, ['person notify-users/told', 'run notify-users/screens']],
    ['by a person alone', {}, ['person notify-users/told']],
    ['by all', { ...smtp, to: [ana], onScreen: true }, ['mail notify-users/mail', 'run notify-users/screens']],
  ])('%s', (_title, notify, expected) =>
    expect(itemsOf(plan(notify)).map(({ id, kind }) => `${kind} ${id}`)).toEqual(expected),
  );

  it.each<[string, Partial<PlanChoices['notify']>, boolean, string]>([
    ['without a window', { ...smtp, to: [ana] }, false, '--window'],
    ['without a mail server', { to: [ana], from: 'it@example.com' }, true, 'notify.smtp'],
    ['without a sender', { to: [ana], smtp: 'smtp://x' }, true, 'notify.from'],
  ])('is blocked %s', (_title, notify, withWindow, text) => {
    const result = plan(notify, withWindow);
    expect(result.state).toBe('blocked');
    expect(result.text.en).toContain(text);
  });

  it('names how many are written to', () =>
    expect(itemsOf(plan({ ...smtp, to: [ana, ana], ldap: { url: 'ldap://dc', base: 'dc=x' } }))[0]?.text).toEqual({
      en: 'A message to 2 addresses and the users of the directory.',
      es: 'Mensaje a 2 direcciones y a los usuarios del directorio.',
    }));

  it.each([
    [
      'ws2000-ws2003',
      /^net send \* "Por favor, guarde su trabajo y cierre la sesión antes de que empiece. El servidor SERVER se va /,
    ],
    ['debian12-debian13', /^printf '%s\\n' 'Por favor.* El servidor SERVER se va a actualizar: .*' \| wall$/],
  ])('on the screens of %s, in the server’s language', (path, line) => {
    const item = itemsOf(plan({ onScreen: true }, true, path))[1];
    expect(item).toMatchObject({ kind: 'run', harmless: true });
    expect(item?.kind === 'run' ? item.line : '').toMatch(line);
  });

  it('works without a window where nobody is written to', () =>
    expect(itemsOf(plan({ onScreen: true }, false))).toHaveLength(2));
});
