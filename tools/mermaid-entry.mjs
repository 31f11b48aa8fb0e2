import mermaid from 'mermaid';

// What becomes the drawing program: see mermaid-bundle.mjs.
globalThis.mermaid = mermaid;
