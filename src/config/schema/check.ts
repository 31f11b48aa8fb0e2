import * as z from 'zod';
import { CATALOGUE } from '../../diagnostics/catalogue.ts';
import type { SeverityOverrides } from '../../diagnostics/severity.ts';

const level = z.enum(['error', 'warning', 'info', 'off']).exactOptional();

export const check = z
  .strictObject({
    /**
     * How much a finding matters, by its code: `error`, `warning`, `info` or `off` (not reported). With `--strict`, errors and warnings make
     * `dossier check` and `dossier build` fail; without it, nothing does.
     */
    severity: z
      .strictObject(Object.fromEntries(CATALOGUE.map(({ code }) => [code, level])))
      .transform((severities): SeverityOverrides => severities)
      .prefault({}),
  })
  .prefault({});
