import { defineConfig } from 'vitest/config';

/** Tests against the lab's servers: one after the other, since they share them. */
export default defineConfig({
  test: {
    include: ['src/**/*.lab.test.ts', 'lab/**/*.lab.test.ts', 'lab/lab.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    // Wine's script host may take longer to start than it is waited for on a busy machine: a second try tells a fault from a delay.
    retry: 1,
  },
});
