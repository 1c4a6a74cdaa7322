// jest reads TypeScript through esbuild: types are checked by `tsc`, tests only need them removed.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

module.exports = {
  process: (source, file, { supportsStaticESM }) =>
    transformSync(source, {
      loader: 'ts',
      format: supportsStaticESM ? 'esm' : 'cjs',
      target: 'node24',
      sourcemap: 'inline',
      sourcefile: file,
    }),
  getCacheKey: (source, file, { supportsStaticESM }) =>
    createHash('sha256').update(`${version}\0${supportsStaticESM}\0${file}\0${source}`).digest('hex'),
};
