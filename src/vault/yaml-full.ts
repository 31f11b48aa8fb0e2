import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { PropertyValue } from './vault.ts';
import type { YamlProperties } from './yaml-plain.ts';
import { bareObject, FORBIDDEN_KEY, valueFromPlainScalar } from './yaml-scalar.ts';

/** Largest text that the values may make together, references filled in, in UTF-16 units. */
const MAX_EXPANDED = 64 * 1024;
const MAX_DEPTH = 20;

/** What a YAML block holds. `line` is 1-based within the block. */
export type YamlResult =
  | ({ readonly kind: 'mapping' } & YamlProperties)
  | { readonly kind: 'empty' | 'other' }
  | {
      readonly kind: 'refused';
      readonly why: 'invalid' | 'duplicate-key' | 'too-large';
      readonly message: string;
      readonly line: number | null;
    };

const TOO_DEEP: YamlResult = { kind: 'refused', why: 'too-large', message: 'it nests too deep', line: null };

class Refusal extends Error {
  readonly why: 'invalid' | 'too-large';
  readonly offset: number | null;
  constructor(why: Refusal['why'], message: string, node: Node | null) {
    super(message);
    this.why = why;
    this.offset = node?.range?.[0] ?? null;
  }
}

/**
 * Reads any YAML (and so JSON) by the core schema, carefully: keys named twice, tags, keys that are no scalars, `__proto__`, more than 20
 * levels or 64 KB of values are refused. Never throws.
 */
export function parseFullYaml(yaml: string): YamlResult {
  try {
    const document = parseDocument(yaml, {
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      if (error.code === 'RESOURCE_EXHAUSTION' || error.message.includes('call stack')) return TOO_DEEP;
      const why = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'invalid';
      return { kind: 'refused', why, message: firstLine(error.message), line: lineAt(yaml, error.pos[0]) };
    }
    const root = document.contents;
    if (root === null || (isScalar(root) && root.value === null && !root.source)) return { kind: 'empty' };
    if (!isMap(root)) return { kind: 'other' };
    return { kind: 'mapping', ...propertiesFromMap(root, yaml) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { kind: 'refused', why: error.why, message: error.message, line: error.offset === null ? null : lineAt(yaml, error.offset) };
    }
    // The parser recurses; nesting deep enough ends its stack.
    return TOO_DEEP;
  }
}

function propertiesFromMap(root: YAMLMap, yaml: string): YamlProperties {
  const lines: Record<string, number> = bareObject();
  const reader = new NodeReader();
  const properties = reader.mapping(root, 1, (key, node) => {
    lines[key] = lineAt(yaml, node.range?.[0] ?? 0);
  });
  return { properties, lines };
}

/** Turns nodes into data within the limits. Anchors are collected on the way: a reference always stands behind its anchor. */
class NodeReader {
  readonly #anchors = new Map<string, Node>();
  #room = MAX_EXPANDED;

  value(node: unknown, depth: number): PropertyValue {
    if (node === null || node === undefined) return null;
    const at = node as Node;
    if (depth > MAX_DEPTH) throw new Refusal('too-large', `it nests more than ${MAX_DEPTH} levels deep`, at);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined) throw new Refusal('invalid', `*${node.source} refers to nothing above it`, at);
      return this.value(target, depth + 1);
    }
    if (isScalar(node) || isCollection(node)) {
      if (node.tag !== undefined) throw new Refusal('invalid', `the tag ${node.tag} is not read`, at);
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    }
    if (isMap(node)) return this.mapping(node, depth + 1);
    if (isSeq(node)) {
      this.#take(2, at);
      return node.items.map((item) => this.value(item, depth + 1));
    }
    if (!isScalar(node)) throw new Refusal('invalid', 'it holds something that is no value', at);
    const value = node.type === 'PLAIN' && node.source !== undefined ? valueFromPlainScalar(node.source) : node.value;
    this.#take(typeof value === 'string' ? value.length + 2 : 8, at);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  mapping(map: YAMLMap, depth: number, seen: (key: string, node: Node) => void = () => {}): Readonly<Record<string, PropertyValue>> {
    const data: Record<string, PropertyValue> = bareObject();
    this.#take(2, map);
    for (const { key, value } of map.items) {
      const name = isScalar(key) && key.tag === undefined ? (key.source ?? String(key.value ?? '')) : null;
      if (name === null) throw new Refusal('invalid', 'a key must be plain text', (key as Node | null) ?? map);
      if (name === FORBIDDEN_KEY) throw new Refusal('invalid', 'the key __proto__ is not allowed', key as Node);
      this.#take(name.length + 2, map);
      seen(name, key as Node);
      data[name] = this.value(value, depth);
    }
    return data;
  }

  #take(size: number, node: Node): void {
    this.#room -= size;
    if (this.#room < 0) throw new Refusal('too-large', `its values are larger than ${MAX_EXPANDED / 1024} KB`, node);
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
