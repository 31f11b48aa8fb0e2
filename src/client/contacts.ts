import { recountContacts, recountNext } from './moments.ts';
import { recountQuiet } from './quiet.ts';
import { canCount, today } from './today.ts';

// Tables of accounts and people, the strip of an account and lists of quiet accounts, counted again from today.
const day = today();
if (canCount(day)) {
  recountContacts(day);
  recountNext(day);
  recountQuiet(day);
}
