import { expect, it } from 'vitest';
import { allBatches } from './batches.js';

it('are the same objects every time, so that what is made from them is made once', () => {
  expect(allBatches().linux).toBe(allBatches().linux);
  expect(allBatches().windows.questions.length).toBeGreaterThan(0);
});
