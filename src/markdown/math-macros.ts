/** What a note defined by `\newcommand` and its like. */
export interface Macro {
  /** How many arguments, the optional one included. */
  readonly args: number;
  /** What stands for the first argument when it is not given in brackets; null when it must be given. */
  readonly optional: string | null;
  readonly body: string;
}

/** By name, without the backslash. */
export type Macros = ReadonlyMap<string, Macro>;

/** TeX apart from its definitions. */
export interface Definitions {
  readonly macros: Macros;
  /** What is left to show; definitions that could not be read stay in it. */
  readonly rest: string;
}

/** Macros put in a formula, and characters it may grow to: a few lines of definitions can ask for gigabytes. */
const MAX_STEPS = 1000;
const MAX_LENGTH = 6000;

const DEFINES = /\\(?:(?:re|provide)?newcommand|providecommand|g?def|DeclareMathOperator)(?![A-Za-z])/u;

/** Whether a text may hold definitions. */
export function mayDefine(text: string): boolean {
  return DEFINES.test(text);
}

/** Takes `\newcommand`, `\renewcommand`, `\providecommand`, `\def` and `\DeclareMathOperator` out of a formula. */
export function definitionsIn(tex: string): Definitions {
  const macros = new Map<string, Macro>();
  if (!mayDefine(tex)) return { macros, rest: tex };
  const starts = new RegExp(DEFINES.source, 'gu');
  let rest = '';
  let from = 0;
  for (let match = starts.exec(tex); match !== null; match = starts.exec(tex)) {
    const found = definitionAt(tex, match[0], match.index + match[0].length);
    if (found === null) continue;
    rest += tex.slice(from, match.index);
    // Not a macro but a setting of the table that follows it.
    if (found.name === 'arraystretch') rest += /^[\d.]+$/u.test(found.macro.body) ? `\\def\\arraystretch{${found.macro.body}}` : '';
    else macros.set(found.name, found.macro);
    from = found.end;
    starts.lastIndex = found.end;
  }
  return { macros, rest: rest + tex.slice(from) };
}

function definitionAt(tex: string, command: string, at: number): { name: string; macro: Macro; end: number } | null {
  const star = tex[at] === '*';
  const name = /^\s*(?:\{\s*\\([A-Za-z]+|[^A-Za-z])\s*\}|\\([A-Za-z]+|[^A-Za-z]))\s*/u.exec(tex.slice(star ? at + 1 : at, at + 100));
  const word = name?.[1] ?? name?.[2];
  if (name === null || word === undefined) return null;
  let end = at + (star ? 1 : 0) + name[0].length;
  let args = 0;
  let optional: string | null = null;
  if (command.endsWith('def')) {
    const params = /^(?:#\d)*/u.exec(tex.slice(end, end + 20))?.[0] ?? '';
    args = params.length / 2;
    end += params.length;
  } else if (command !== '\\DeclareMathOperator') {
    const count = /^\[\s*(\d)\s*\]\s*/u.exec(tex.slice(end, end + 20));
    if (count !== null) {
      args = Number(count[1]);
      end += count[0].length;
      const standing = bracketAt(tex, end);
      if (standing !== null) {
        optional = standing.text;
        end = skipSpaces(tex, standing.end);
      }
    }
  }
  const body = tex[end] === '{' || !command.endsWith('def') ? argumentAt(tex, end) : null;
  if (body === null) return null;
  const text = command === '\\DeclareMathOperator' ? `\\operatorname${star ? '*' : ''}{${body.text}}` : body.text;
  return { name: word, macro: { args, optional, body: text }, end: body.end };
}

/** A formula with macros put in; null when it would grow too large or goes round in a circle. An argument that is missing is empty. */
export function expandMacros(tex: string, macros: Macros): string | null {
  if (macros.size === 0) return tex;
  const done: string[] = [];
  let length = 0;
  let left = tex;
  for (let steps = 0; steps <= MAX_STEPS; steps++) {
    const next = nextUse(left, macros);
    if (next === null) return done.join('') + left;
    const before = left.slice(0, next.index);
    done.push(before);
    length += before.length;
    const { args, end } = argumentsAt(left, next.end, next.macro);
    const text = next.macro.body.replace(/#(\d)/gu, (_, digit: string) => args[Number(digit) - 1] ?? '');
    const after = left.slice(end);
    const glue = /\\[A-Za-z]+$/u.test(text) && /^[A-Za-z]/u.test(after) ? ' ' : '';
    if (length + text.length + after.length > MAX_LENGTH) return null;
    left = text + glue + after;
  }
  return null;
}

function nextUse(tex: string, macros: Macros): { index: number; end: number; macro: Macro } | null {
  for (const match of tex.matchAll(/\\([A-Za-z]+|[\s\S])/gu)) {
    const macro = macros.get(match[1] ?? '');
    if (macro !== undefined) return { index: match.index, end: match.index + match[0].length, macro };
  }
  return null;
}

function argumentsAt(tex: string, from: number, macro: Macro): { args: readonly string[]; end: number } {
  const args: string[] = [];
  let end = skipSpaces(tex, from);
  if (macro.optional !== null) {
    const given = bracketAt(tex, end);
    args.push(given?.text ?? macro.optional);
    end = given?.end ?? end;
  }
  while (args.length < macro.args) {
    const argument = argumentAt(tex, skipSpaces(tex, end));
    if (argument === null) break;
    args.push(argument.text);
    end = argument.end;
  }
  return { args, end };
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** A group in braces, a command or one character. */
function argumentAt(tex: string, at: number): Piece | null {
  if (tex[at] === '{') return closedAt(tex, at, '{', '}');
  const single = /^(?:\\(?:[A-Za-z]+|[\s\S])|[^}])/u.exec(tex.slice(at, at + 40))?.[0];
  return single === undefined ? null : { text: single, end: at + single.length };
}

function bracketAt(tex: string, at: number): Piece | null {
  return tex[at] === '[' ? closedAt(tex, at, '[', ']') : null;
}

function closedAt(tex: string, at: number, open: string, close: string): Piece | null {
  let depth = 0;
  let braces = 0;
  for (let i = at; i < tex.length; i++) {
    const sign = tex[i];
    if (sign === '\\') i++;
    else if (sign === open && braces === 0) depth++;
    else if (sign === close && braces === 0) {
      depth--;
      if (depth === 0) return { text: tex.slice(at + 1, i), end: i + 1 };
    } else if (sign === '{') braces++;
    else if (sign === '}') braces--;
  }
  return null;
}

function skipSpaces(tex: string, at: number): number {
  let end = at;
  while (/\s/u.test(tex[end] ?? '')) end++;
  return end;
}
