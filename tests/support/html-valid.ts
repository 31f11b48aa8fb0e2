import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The strictest rules there are for documents, all of them but those below. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // Style of the source: white space at the end of a line of code in a `pre` is the note's own.
      'no-trailing-whitespace': 'off',
      // Advice about result lists of search engines: a title is the name of a note, whatever its length.
      'long-title': 'off',
      // HTML lets an id begin with a digit; ids of headings are their words, as in Obsidian.
      'valid-id': ['error', { relaxed: true }],
      // Links in a drawing are a list to who hears them, and SVG has no element for that.
      'prefer-native-element': ['error', { exclude: ['list', 'listitem'] }],
      // A hash protects what comes from another origin, and nothing does; at file:// it would stop every script.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** What is wrong with a document by the HTML standard, each with the rule and the place. */
export async function faultsOfHtml(html: string, name = 'page.html'): Promise<readonly string[]> {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${name}:${line}:${column} ${ruleId}: ${message}`),
  );
}

/** Drawn HTML as a document of its own. */
export const documentOf = (body: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>Test</title></head><body><main><h1>Test</h1>\n${body}</main></body></html>`;
