import { say } from '../i18n/text.js';

/** How the argument of every command about a case is described. */
export const caseArgument = say({ en: 'folder of the case', es: 'carpeta del caso' });
