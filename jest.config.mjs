import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Tours take minutes: `npm run test:web`.
  testPathIgnorePatterns: ['/node_modules/', '/test/web/tours/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-esbuild.cjs' },
  globalSetup: '<rootDir>/scripts/jest-surroundings.mjs',
  globalTeardown: '<rootDir>/scripts/jest-end.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-count.mjs'],
  // Flows start platforms beside their worker, and one worker would leave the second core of a small machine idle.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // What hangs is ended; what is slow on a busy machine is not.
  testTimeout: 300_000,
};
