/** Keys that would reach into the prototype of an object instead of becoming a property. */
export const FORBIDDEN_KEY = '__proto__';

/**
 * An object without a prototype, for keys of all sorts. Unlike one that `Object.create(null)` makes, it takes a few words of memory and not a
 * hash table, and its keys are listed without being sorted: notes have the same keys in the same order.
 */
export function bareObject<T>(): Record<string, T> {
  return Object.setPrototypeOf({}, null);
}

/**
 * The value of an unquoted YAML scalar (core schema): null, true and false in their three spellings, numbers, else text. Dates stay text.
 * A number is a number only when it is written back the same way; `1.10`, `007`, `1e3` and numbers too long to be exact stay text, so no
 * version, code or telephone number is changed.
 */
export function valueFromPlainScalar(source: string): string | number | boolean | null {
  switch (source) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  if (!/^-?\d+(?:\.\d+)?$/u.test(source)) return source;
  const number = Number(source);
  return String(number) === source ? number : source;
}
