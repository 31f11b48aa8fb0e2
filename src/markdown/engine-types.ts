import type MarkdownIt from 'markdown-it';

/** The types of markdown-it's rules under short names. */
export type Engine = InstanceType<typeof MarkdownIt>;
export type Token = InstanceType<(typeof MarkdownIt)['Token']>;
export type StateBlock = InstanceType<(typeof MarkdownIt)['StateBlock']>;
export type StateInline = InstanceType<(typeof MarkdownIt)['StateInline']>;
/** Gives true when it has read something from `state.pos` on. In silent mode it only moves on. */
export type InlineRule = (state: StateInline, silent: boolean) => boolean;
/** Gives true when it has read one block from `startLine` on. In silent mode it only says whether it would. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
