import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { notifyUsers } from './notify-users.js';

it('asks, since no fact can tell', () => expect(statesOf(notifyUsers, {})).toEqual(['manual']));
