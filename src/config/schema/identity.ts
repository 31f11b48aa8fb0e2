import * as z from 'zod';
import { text } from './values.ts';

/**
 * Name of the site, shown in the header and in page titles. Default: the name of the vault's folder.
 */
export const title = text.nullable().default(null);

/**
 * Whose vault it is: the person that `@Myself` in an action means. Default: nobody, and such actions stay with "vault owner".
 */
export const owner = text.nullable().default(null);

/**
 * Language and region for dates, numbers and the `lang` of the pages, as a language tag (`en`, `en-GB`, `de-CH`). Default: `en`.
 */
export const locale = z.string().refine(isLocale, 'a language tag such as en-GB').default('en');

export const site = z
  .strictObject({
    /**
     * Where the site will be reachable. Pages work at any address without it; links of the 404 page and of tables and calendars of actions need it.
     */
    url: z
      .string()
      .refine(isWebAddress, 'a web address such as https://example.com/wiki/')
      .transform((url) => url.replace(/\/*$/u, '/'))
      .nullable()
      .default(null),
  })
  .prefault({});

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/u.test(url.protocol) && url.search === '' && url.hash === '';
}
