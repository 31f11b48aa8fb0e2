import { Parser } from 'htmlparser2';

/** Elements within a line of text: what stands on both sides of their tags is read as one word. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr svg use img math mpadded menclose mrow mstyle mi mn mo mtext ms semantics msub msup tspan'.split(
    ' ',
  ),
);

/** Attributes that hold figures, or words of a grammar, and never words of notes. */
const GRAMMAR = new Set(
  'aria-labelledby class d decoding http-equiv loading points rel role sandbox scope transform type viewbox viewBox'.split(' '),
);

/**
 * What a page says, run by run as a reader would read it: words are whole whatever markup they hold, and once more without what is set above the line,
 * such as the marks of footnotes; and every attribute, percent-decoded.
 */
export function textsOfPage(html: string): readonly string[] {
  const runs: string[] = [];
  let run = '';
  let level = '';
  let raised = 0;
  const end = (): void => {
    if (run.trim() !== '') runs.push(run);
    if (level !== run && level.trim() !== '') runs.push(level);
    run = '';
    level = '';
  };
  const add = (text: string): void => {
    run += text;
    if (raised === 0) level += text;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'sup') raised += 1;
        if (name === 'br') add(' ');
        else if (!INLINE.has(name)) end();
        for (const [key, value] of Object.entries(attributes))
          if (value.trim() !== '' && !GRAMMAR.has(key)) runs.push(...decodedForms(value));
      },
      ontext: add,
      onclosetag: (name) => {
        if (name === 'sup') raised -= 1;
        if (!INLINE.has(name) && name !== 'br') end();
      },
      oncomment: (text) => {
        runs.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  end();
  return runs;
}

/** An address decoded, and decoded again where it holds another; the text itself where nothing is encoded. */
function decodedForms(text: string): readonly string[] {
  const once = decoded(text);
  const twice = decoded(once);
  return twice === once ? [once] : [once, twice];
}

/** Percent-encoded parts of an address as text; the text itself where they are none. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (part) => Buffer.from(part.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** A text as words are compared: case, width, invisible signs and the kind of gap between words do not count. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\s_+-]+/gu, ' ')
    .trim();
}
