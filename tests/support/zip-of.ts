import { zipSync } from 'fflate';

/** A zip archive of one deflated entry. */
export function zipOf(name: string, data: Buffer): Buffer {
  return Buffer.from(zipSync({ [name]: data }, { level: 6 }));
}
