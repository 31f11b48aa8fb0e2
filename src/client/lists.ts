import { filterAccounts } from './account-filter.ts';
import { runBoard } from './board/board.ts';
import { walkCalendars } from './calendar.ts';
import { today } from './today.ts';

// What the page of all actions, the index of accounts and the timeline do beyond other pages; runs after their script, which has counted due dates and ages again.
runBoard(today());
filterAccounts();
walkCalendars();
