import type { SearchEngine } from './query.ts';

declare global {
  /** What the engine's script leaves behind: opens the index. */
  var dossierSearch: (() => Promise<SearchEngine>) | undefined;
}

/** Opens the index, once; after a failure the next call tries again. `source` is the address of the engine's script. */
export function opener(source: string): () => Promise<SearchEngine> {
  let engine: Promise<SearchEngine> | null = null;
  const open = async (): Promise<SearchEngine> => {
    if (!globalThis.dossierSearch) await load(source);
    if (!globalThis.dossierSearch) throw new Error(`${source} brought no search.`);
    return globalThis.dossierSearch();
  };
  return () => {
    engine ??= open().catch((error: unknown) => {
      engine = null;
      throw error;
    });
    return engine;
  };
}

function load(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${source} could not be loaded.`));
    });
    document.head.append(script);
  });
}
