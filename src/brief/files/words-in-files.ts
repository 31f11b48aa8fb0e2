import fs from 'node:fs';
import type { Refusal } from '../../scope/brief.ts';
import { decodeText } from '../../vault/decode.ts';
import type { AssetFile, VaultPath } from '../../vault/vault.ts';
import { isMail } from '../guard/mail.ts';
import { comparable, textsOfPage } from '../guard/page-texts.ts';
import { withoutDataPictures } from './data-pictures.ts';
import { RASTER, readWhole } from './prepare-files.ts';

/** Bytes of a text that is looked through. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What no file that ships may say. */
export interface UnwantedWords {
  /** Words to be blacked out. */
  readonly redact: readonly string[];
  /** E-mail addresses may be shown. */
  readonly emails: boolean;
}

/**
 * Texts that would ship with words that are to be blacked out, or with e-mail addresses: files ship as they are, so each stops the brief. Other kinds of
 * files are not looked into.
 */
export function wordsInFiles(
  root: string,
  assets: readonly AssetFile[],
  origins: ReadonlyMap<VaultPath, VaultPath>,
  unwanted: UnwantedWords,
): readonly Refusal[] {
  const words = unwanted.redact.map(comparable).filter((word) => word !== '');
  if (words.length === 0 && unwanted.emails) return [];
  return textsOfFiles(root, assets).flatMap(({ asset, texts }) => {
    const said = texts.map(comparable);
    const word = words.find((one) => said.some((text) => text.includes(one)));
    const what =
      word !== undefined
        ? `the word "${word}", which is to be blacked out`
        : !unwanted.emails && texts.some(isMail)
          ? 'an e-mail address, which the profile does not show (`emails: true` does)'
          : null;
    if (what === null) return [];
    const message = `A note shows it, and it holds ${what}.`;
    return [{ path: origins.get(asset.path) ?? asset.path, line: null, rule: 'not-clean' as const, message }];
  });
}

/** What the texts among some files say: drawings and web pages as a reader sees them, too. Pictures, and what is no text, are passed over. */
export function textsOfFiles(
  root: string,
  assets: readonly AssetFile[],
): readonly { readonly asset: AssetFile; readonly texts: readonly string[] }[] {
  if (assets.length === 0) return [];
  const real = fs.realpathSync(root);
  return assets.flatMap((asset) => {
    if (RASTER.test(asset.path) || asset.size > MOST_BYTES) return [];
    const bytes = asset.bytes ?? readWhole(real, asset.diskPath ?? asset.path);
    const decoded = typeof bytes === 'string' ? null : decodeText(bytes);
    if (decoded?.kind !== 'text') return [];
    const text = withoutDataPictures(decoded.text);
    return [{ asset, texts: /\.(?:svg|html?)$/iu.test(asset.path) ? [text, ...textsOfPage(text)] : [text] }];
  });
}
