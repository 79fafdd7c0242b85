import { expect, it } from 'vitest';
import { someRoles } from '../../testing/facts.js';
import { hasRole, rolesAmong } from './roles.js';

it('finds roles in any case and as the host spells them', () => {
  const roles = someRoles('Web-Server', 'fax');
  expect(rolesAmong(roles, ['FAX', 'Print-Server'])).toEqual(['fax']);
  expect(hasRole(roles, 'web-server')).toBe(true);
  expect(hasRole(roles, 'Web')).toBe(false);
});
