import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-bot.ts'],
    // The flow tests start real processes on a machine of two cores.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
