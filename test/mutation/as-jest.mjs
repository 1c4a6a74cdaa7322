// Loaded before the tests: gives each test file its own `@jest/globals`.
import { registerHooks } from 'node:module';

const globals = new URL('jest-globals.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: `${globals}?${new URLSearchParams({ for: context.parentURL ?? '' })}`, shortCircuit: true }
      : next(specifier, context),
});
