import { describe, expect, test } from 'vitest';
import type { PageUrl } from '../../src/graph/graph.ts';
import { memorySite } from '../support/memory-vault.ts';

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
const LINKED = fence('graph TD\nA[Biology] --> B[Gone]\nB --> C[Nowhere]\nC --> D[photo.png]\nclass A,B,C,D internal-link');

function bodyOf(files: Readonly<Record<string, string>>, url: string): string {
  const view = memorySite(files).page(url as PageUrl)?.view;
  if (view?.kind !== 'note' || view.body === null) throw new Error(`no note on ${url}`);
  return view.body.html;
}

describe('a diagram', () => {
  test('is its source, with a place for a block id', () => {
    expect(bodyOf({ 'a.md': `${fence('graph TD\nA["<b>"] --> B')}^plan\n` }, 'notes/a.html')).toContain(
      '<figure class="diagram" id="b-plan"><pre class="mermaid" tabindex="0">graph TD\nA[&quot;&lt;b&gt;&quot;] --&gt; B\n</pre></figure>',
    );
  });

  test('keeps its comments and directives: %% is no comment of Obsidian there', () => {
    const html = bodyOf({ 'a.md': fence("%%{init: {'theme': 'dark'}}%%\ngraph TD\n%%\nA --> B %% end\n%%") }, 'notes/a.html');
    expect(html).toContain('%%{init: {&#39;theme&#39;: &#39;dark&#39;}}%%\ngraph TD\n%%\nA --&gt; B %% end\n%%\n</pre>');
  });

  test('lists where its nodes lead; what has no page is text', () => {
    const html = bodyOf({ 'a.md': `${LINKED}\n[[Gone]]`, 'Sub/Biology.md': '# Biology', 'photo.png': 'x' }, 'notes/a.html');
    expect(html).toContain('<ul aria-label="Links in the diagram"><li data-node="A"><a href="biology.html">Biology</a></li>');
    expect(html).toMatch(/<li data-node="B"><a href="\.\.\/ghosts\/gone\.html" class="ghost" title="No note yet">Gone<span class="vh">/u);
    expect(html).toContain('<li data-node="C"><span class="unlinked">Nowhere</span></li>');
    expect(html).toContain('<li data-node="D"><span class="unlinked">photo.png</span></li>');
  });

  test('adds nothing to the links of its note (Obsidian’s rule)', () => {
    const site = memorySite({ 'a.md': LINKED, 'Biology.md': '# Biology' });
    expect([...site.graph.backlinks.values()].flat()).toEqual([]);
    expect(site.graph.ghosts).toEqual([]);
  });

  test('does not tell a note that is left out from one that is missing', () => {
    const open = { 'a.md': LINKED };
    const withSecret = { ...open, 'Biology.md': '---\npublish: false\n---\n# Biology' };
    expect(bodyOf(withSecret, 'notes/a.html')).toBe(bodyOf(open, 'notes/a.html'));
  });
});
