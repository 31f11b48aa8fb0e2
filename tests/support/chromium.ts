import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts the Chromium that an npm package brings; no system package is needed. The caller closes it.
 * The package's own arguments are not used: they run all in one process, which ends with the first page, and switch web security off.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'], headless: true });
}
