import { z } from 'zod';
import { CATALOGUE } from '../../diagnostics/catalogue.ts';
import type { SeverityOverrides } from '../../diagnostics/severity.ts';

const level = z.enum(['error', 'warning', 'info', 'off']).exactOptional();

export const check = z
  .strictObject({
    /**
     * How much a finding matters, by its code: `error`, `warning`, `info` or `off`. Errors fail `dossier check`, warnings too with `--strict`.
     */
    severity: z
      .strictObject(Object.fromEntries(CATALOGUE.map(({ code }) => [code, level])))
      .transform((severities): SeverityOverrides => severities)
      .prefault({}),
  })
  .prefault({});
