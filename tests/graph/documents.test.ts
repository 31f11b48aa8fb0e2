import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { documentFromFile } from '../../src/notes/document.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import type { DocumentChoice } from '../../src/scope/scope.ts';
import { memoryVault } from '../support/memory-vault.ts';

const card = (file: string) => ({ id: file, type: 'file', file, x: 0, y: 0, width: 100, height: 100 });

/** A graph over all notes, with the documents that a scope of this kind may show. */
function graphWith(choice: DocumentChoice, files: Readonly<Record<string, string>>): Graph {
  const vault = memoryVault(files);
  const notes = vault.notes.map(noteReader(defaultConfig).read);
  const documents = vault.documents.map((file) => documentFromFile(file, defaultConfig));
  const scope = { kind: 'brief', notes, documents, choice, excluded: [] } as const;
  return buildGraph({ scope, assets: vault.assets, config: defaultConfig, asOf: null });
}

describe('the documents of a scope', () => {
  const files = {
    'Note.md': '![[Shown.canvas]] [[Named.canvas]] [[Books.base]]',
    'Shown.canvas': JSON.stringify({ nodes: [card('Named.canvas'), card('pic.png')] }),
    'Named.canvas': JSON.stringify({ nodes: [card('other.png')] }),
    'Nobody.canvas': JSON.stringify({ nodes: [card('third.png'), card('Note.md')] }),
    'Books.base': '',
    'pic.png': 'x',
    'other.png': 'x',
    'third.png': 'x',
  };
  const of = (choice: DocumentChoice) => [...graphWith(choice, files).documents.keys()];
  const assets = (choice: DocumentChoice) => [...graphWith(choice, files).assets.keys()].sort();

  test('are all, those linked to, or those embedded', () => {
    expect(of('every')).toEqual(['Books.base', 'Named.canvas', 'Nobody.canvas', 'Shown.canvas']);
    expect(of('linked')).toEqual(['Books.base', 'Named.canvas', 'Shown.canvas']);
    expect(of('embedded')).toEqual(['Shown.canvas']);
  });
  test('bring the files on their cards, and no others', () => {
    expect(assets('every')).toEqual(['other.png', 'pic.png', 'third.png']);
    expect(assets('linked')).toEqual(['other.png', 'pic.png']);
    expect(assets('embedded')).toEqual(['pic.png']);
  });
  test('that are not chosen are to every link as if they were not there', () => {
    const { 'Named.canvas': _, 'Nobody.canvas': __, 'Books.base': ___, ...without } = files;
    const chosen = graphWith('embedded', files);
    const absent = graphWith('embedded', without);
    expect([...chosen.links]).toEqual([...absent.links]);
    expect(chosen.ghosts).toEqual(absent.ghosts);
    expect(chosen.diagnostics).toEqual(absent.diagnostics);
    expect(chosen.canvasesOf.size).toBe(0);
  });
});
