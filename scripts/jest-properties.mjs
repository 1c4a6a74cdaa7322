import fc from '../node_modules/fast-check/lib/fast-check.js';

// The same cases in every run, so that a change is judged by itself. `PROPERTY_SEED=$RANDOM npm run jest` looks at others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_201) });

export * from '../node_modules/fast-check/lib/fast-check.js';
export default fc;
