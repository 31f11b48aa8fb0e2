import type { Config } from '../config/config.ts';
import type { DocumentFile } from '../vault/vault.ts';
import type { Base } from './base.ts';
import type { Canvas } from './canvas.ts';
import { baseFromFile } from './read-base.ts';
import { canvasFromFile } from './read-canvas.ts';

/** A file of the vault that is no note and has a page of its own. */
export type Document = Canvas | Base;

/** Reads a canvas or base; pure. Findings are in `diagnostics`; nothing throws for content. */
export function documentFromFile(file: DocumentFile, config: Config): Document {
  return file.kind === 'canvas' ? canvasFromFile(file, config) : baseFromFile(file);
}
