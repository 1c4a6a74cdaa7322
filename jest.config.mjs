import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Tours take minutes: `npm run test:web`.
  testPathIgnorePatterns: ['/node_modules/', '/test/web/tours/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-esbuild.cjs' },
  // One file instead of 95: every worker loads it anew for each test file.
  moduleNameMapper: { '^zod$': '<rootDir>/.cache/jest/zod.mjs' },
  globalSetup: '<rootDir>/scripts/jest-surroundings.mjs',
  globalTeardown: '<rootDir>/scripts/jest-end.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-count.mjs'],
  // Flows start platforms beside their worker; with a single worker, the second core of a small machine would be idle.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // Tests that hang are ended; tests that are slow on a busy machine are not.
  testTimeout: 300_000,
};
