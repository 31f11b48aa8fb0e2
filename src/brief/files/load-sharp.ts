import { createRequire } from 'node:module';
import type sharp from 'sharp';
import { BriefError } from '../brief-error.ts';

const load = createRequire(import.meta.url);

/** The image library, loaded when the first picture of a brief is met. Throws a BriefError where it is not installed: no picture ships as it is. */
export function loadSharp(): typeof sharp {
  try {
    const library: typeof sharp = load('sharp');
    // What was decoded for one file is of no use to the next.
    library.cache(false);
    return library;
  } catch (error) {
    throw new BriefError(
      'The brief shows pictures, and the package "sharp", which takes out what they say about people and places, is not installed.',
      'Install it beside Dossier: npm install sharp.',
      { cause: error },
    );
  }
}
