import fs from 'node:fs';
import type { Refusal } from '../../scope/brief.ts';
import { decodeText } from '../../vault/decode.ts';
import type { AssetFile, VaultPath } from '../../vault/vault.ts';
import { comparable } from '../guard/page-texts.ts';
import { RASTER, readWhole } from './prepare-files.ts';

/** Bytes of a text that is looked through. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Texts that would ship with words that are to be blacked out: files ship as they are, so each stops the brief. Other kinds of files are not looked into. */
export function wordsInFiles(
  root: string,
  assets: readonly AssetFile[],
  origins: ReadonlyMap<VaultPath, VaultPath>,
  redact: readonly string[],
): readonly Refusal[] {
  const words = redact.map(comparable).filter((word) => word !== '');
  if (words.length === 0) return [];
  const real = fs.realpathSync(root);
  return assets.flatMap((asset) => {
    if (RASTER.test(asset.path) || asset.size > MOST_BYTES) return [];
    const bytes = asset.bytes ?? readWhole(real, asset.diskPath ?? asset.path);
    const decoded = typeof bytes === 'string' ? null : decodeText(bytes);
    const text = decoded?.kind === 'text' ? comparable(decoded.text) : '';
    const word = words.find((one) => text.includes(one));
    if (word === undefined) return [];
    const message = `A note shows it, and it holds the word "${word}", which is to be blacked out.`;
    return [{ path: origins.get(asset.path) ?? asset.path, line: null, rule: 'not-clean' as const, message }];
  });
}
