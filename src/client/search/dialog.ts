import { askerOver, type Outcome } from './asker.ts';
import { CHIPPED, chipsOf } from './chips.ts';
import { element, replaceKeyed } from './dom.ts';
import { PALETTE_LIST, searchFrame, searchInput } from './frame.ts';
import { createListbox } from './listbox.ts';
import {
  begunName,
  commonWords,
  failureMessage,
  guessMessage,
  guessName,
  indexLinks,
  nothingMessage,
  outcomeWords,
  unreadMessage,
} from './messages.ts';
import { offeredGroup, optionGroups, recentGroup } from './options.ts';
import type { Answer, SearchEngine } from './query.ts';
import { forgetButton } from './recent.ts';
import type { SearchRequest } from './request.ts';
import { NOTHING, queryFromRequest, type RecentQueries } from './state.ts';
import { resultCount } from './words.ts';

export interface Palette {
  /** Opens the dialog, or brings the keyboard back to its box. */
  readonly show: () => void;
}

export interface PaletteParts {
  readonly open: () => Promise<SearchEngine>;
  readonly recent: RecentQueries;
  /** Address of the search page, relative to this page. */
  readonly page: string;
}

/** Hits shown at once; the search page has the rest. */
const FIRST = 8;

/** The search dialog: a combobox over a listbox, in a modal `dialog` that gives the focus back when it closes. */
export function createPalette({ open, recent, page }: PaletteParts): Palette {
  let request: SearchRequest = NOTHING;
  /** The list answers an earlier text than the box holds. */
  let stale = false;
  /** Enter was pressed while the list was stale: the first answer is opened when it comes, in this tab or another. */
  let eager: 'here' | 'elsewhere' | null = null;

  const input = searchInput();
  const chips = element('div', { class: 'chips', role: 'group', 'aria-label': 'Filters', hidden: '' });
  const told = element('div');
  const all = element('a', { class: 'link', href: page });
  const list = createListbox(input, PALETTE_LIST, (option, event) => {
    if (!(option instanceof HTMLAnchorElement)) return change({ ...request, text: option.textContent ?? '' });
    recent.add(input.value);
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) dialog.close();
  });
  const forget = forgetButton(recent, () => {
    asker.ask(request, 'now');
    input.focus();
  });
  const forgetting = element('p', { class: 'forget', hidden: '' }, forget);
  const frame = searchFrame(input, {
    parts: [chips, told, list.root, forgetting],
    after: [element('span', {}, all)],
    opened: () => {
      // The index is fetched while the reader begins to type; a failure is told when something is asked.
      open().catch(() => undefined);
      asker.ask(request, 'now');
    },
    closed: () => asker.cancel(),
  });
  const { dialog, status } = frame;

  let shown: Answer | null = null;

  const put = (groups: readonly HTMLElement[], first: boolean, message: HTMLElement | null, answer: Answer | null): void => {
    const held = dialog.contains(document.activeElement);
    list.put(groups, first);
    told.replaceChildren(...(message ? [message] : []));
    // A button of the last message may have had the keyboard.
    if (held && !dialog.contains(document.activeElement)) input.focus();
    shown = answer;
    forgetting.hidden = true;
    if (answer) void filter(answer, request);
    else chips.hidden = true;
    all.textContent = 'Search page';
    all.href = page + queryFromRequest(request);
  };

  /** Chips come when they can be counted; until then those of the last answer stay. */
  const filter = async (answer: Answer, asked: SearchRequest): Promise<void> => {
    const facets = await answer.facets(CHIPPED.filter((name) => answer.cheap.includes(name))).catch(() => null);
    if (shown !== answer) return;
    const made = facets ? chipsOf(asked, facets, change) : [];
    replaceKeyed(chips, made);
    chips.hidden = made.length === 0;
  };

  const show = (outcome: Outcome): void => {
    dialog.setAttribute('aria-busy', String(outcome.kind === 'waiting'));
    if (outcome.kind === 'waiting') {
      status.say('Searching…');
      return;
    }
    stale = false;
    if (outcome.kind === 'idle') {
      const queries = recent.list();
      put(queries.length > 0 ? [recentGroup(queries)] : [], false, null, null);
      forgetting.hidden = queries.length === 0;
      status.say(queries.length > 0 ? (queries.length === 1 ? '1 recent search' : `${queries.length} recent searches`) : '');
    } else if (outcome.kind === 'failed') {
      put(
        [],
        false,
        failureMessage(outcome.error, indexLinks(null), () => asker.ask(request, 'now')),
        null,
      );
      status.say(told.textContent ?? '');
    } else {
      const { answer, hits, offered, unread } = outcome;
      const { guess } = answer;
      if (hits.length > 0) {
        const common = commonWords(answer);
        put(optionGroups(hits, begunName(request)), true, common === null ? null : element('p', { class: 'told' }, `${common}.`), answer);
      } else if (guess && offered.length > 0) {
        // Nothing of it is pointed at: Enter opens no page that was not asked for.
        put([offeredGroup(offered, guessName(guess))], false, guessMessage(guess, request, change), answer);
      } else {
        put([], false, nothingMessage(request, indexLinks(null), change), answer);
      }
      told.append(unreadMessage(unread, () => asker.ask(request, 'now')) ?? '');
      status.say(outcomeWords(request, answer, unread));
      if (answer.total > 1) all.textContent = `All ${resultCount(answer.total)}`;
      if (eager !== null) pick(eager);
    }
    eager = null;
  };

  const asker = askerOver(open, () => FIRST, show);

  const change = (next: SearchRequest): void => {
    const typed = next.text !== request.text;
    request = next;
    if (input.value !== next.text) input.value = next.text;
    if (typed) input.focus();
    asker.ask(request, 'now');
  };

  const enter = (where: 'here' | 'elsewhere'): void => {
    if (stale) {
      eager = where;
      asker.ask(request, 'now');
    } else {
      pick(where);
    }
  };

  /** Opens what is pointed at. */
  const pick = (where: 'here' | 'elsewhere'): void => {
    const option = list.active();
    if (where === 'elsewhere' && option instanceof HTMLAnchorElement) {
      recent.add(input.value);
      window.open(option.href, '_blank', 'noopener');
    } else {
      option?.click();
    }
  };

  input.addEventListener('input', () => {
    request = { ...request, text: input.value };
    stale = true;
    eager = null;
    asker.ask(request, 'soon');
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    // The first Escape empties the box, the next one closes the dialog.
    if (event.key === 'Escape' && input.value !== '') change({ ...request, text: '' });
    else if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey ? 'elsewhere' : 'here');
    else if (!list.key(event.key)) return;
    event.preventDefault();
  });
  return { show: frame.show };
}
