import type { Base, BaseFilter, BaseOrder } from '../notes/base.ts';
import { backlinkRows, mentionTotal } from './backlinks.ts';
import { conditionFrom, labelOfProperty } from './base-words.ts';
import type { ViewContext } from './context.ts';
import type { BaseView, Column, Condition } from './document-view.ts';
import { editHref } from './note-body.ts';

/** The page of a base: what each of its views would list, in words. Nothing of it is run. */
export function baseView(ctx: ViewContext, base: Base): BaseView {
  const mentions = ctx.graph.backlinks.get(base.path) ?? [];
  const content = base.content ?? { filters: null, formulas: [], names: new Map<string, string>(), summaries: [], views: [] };
  const labelOf = (property: string): string => labelOfProperty(content.names, property);
  const column = (property: string): Column => ({ label: labelOf(property), property });
  const ordered = ({ property, descending }: BaseOrder): Column & { readonly descending: boolean } => ({ ...column(property), descending });
  const condition = (filter: BaseFilter | null): Condition | null => (filter === null ? null : conditionFrom(filter, labelOf));
  return {
    kind: 'base',
    path: base.path,
    editHref: editHref(ctx.config.links.editUrl, base.path),
    backlinks: backlinkRows(ctx, mentions, null),
    backlinkTotal: mentionTotal(mentions),
    problem: base.problem,
    filters: condition(content.filters),
    views: content.views.map((view) => ({
      name: view.name,
      id: view.id,
      type: view.type,
      filters: condition(view.filters),
      columns: view.order.map(column),
      sort: view.sort.map(ordered),
      group: view.groupBy === null ? null : ordered(view.groupBy),
      limit: view.limit,
      summaries: view.summaries.map(([property, summary]) => ({ label: labelOf(property), summary })),
    })),
    formulas: content.formulas.map(([name, code]) => ({ name, code })),
    summaries: content.summaries.map(([name, code]) => ({ name, code })),
    source: base.file.text,
  };
}
