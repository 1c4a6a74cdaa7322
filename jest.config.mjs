export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-esbuild.cjs' },
  globalSetup: '<rootDir>/scripts/jest-surroundings.mjs',
  globalTeardown: '<rootDir>/scripts/jest-end.mjs',
  testTimeout: 60_000,
};
