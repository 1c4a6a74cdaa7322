import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // A browser is driven afterwards (`npm run test:pages`), tours by `npm run test:web`.
  testPathIgnorePatterns: ['/node_modules/', '/test/web/(browser|tours)/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-esbuild.cjs' },
  // One file instead of 95: every worker loads it anew for each test file.
  moduleNameMapper: {
    '^zod$': '<rootDir>/.cache/jest/zod.mjs',
    '^fast-check$': '<rootDir>/scripts/jest-properties.mjs',
  },
  globalSetup: '<rootDir>/scripts/jest-surroundings.mjs',
  globalTeardown: '<rootDir>/scripts/jest-end.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-count.mjs'],
  testSequencer: '<rootDir>/scripts/jest-order.mjs',
  // Module registries of ended tests stay in memory; a worker that has grown is started anew.
  workerIdleMemoryLimit: '1GB',
  // Flows start platforms beside their worker and wait for them: with two workers, a fifth of a small machine would be idle.
  maxWorkers: Math.max(3, Math.floor(availableParallelism() / 2)),
  // Tests that hang are ended; tests that are slow on a busy machine are not.
  testTimeout: 300_000,
};
