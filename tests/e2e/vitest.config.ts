import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['src/**/*.test.ts'],
        globalSetup: ['src/house.ts'],
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 60_000,
    },
});
