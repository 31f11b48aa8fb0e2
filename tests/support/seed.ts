import fc from 'fast-check';

// One seed for every run, so that a change is judged by what it changes. `FC_SEED=7 npx vitest run` looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_124) });
