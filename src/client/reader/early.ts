import { storedTheme } from '../theme-choice.ts';

// In the head of a brief in one file, before anything is painted: one page at a time, in the remembered theme.
document.documentElement.dataset['reader'] = '';
const theme = storedTheme();
if (theme) document.documentElement.dataset['theme'] = theme;
