import { redactorOf } from '../../scope/redact.ts';

const redactMail = redactorOf([], true);

/** True for a text that holds an e-mail address. */
export function isMail(text: string): boolean {
  return /[@＠﹫]/u.test(text) && redactMail(text) !== text;
}
