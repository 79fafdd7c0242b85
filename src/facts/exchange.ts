import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { exchangeOnWindows } from './exchange.windows.js';

export interface Exchange {
  /** Services or set-up say that Exchange is installed (a left-over key alone does not). */
  readonly installed: boolean;
  /** "5.5", "2000", "2003", "2007", "2010", "2013", "2016", "2019", "SE". */
  readonly release: string | undefined;
  readonly build: string | undefined;
  readonly servicePack: number | undefined;
  readonly services: readonly string[];
  readonly installPath: string | undefined;
}

export const exchange = defineFact<Exchange>({
  id: 'exchange',
  title: say({ en: 'Exchange Server', es: 'Exchange Server' }),
  on: { windows: exchangeOnWindows },
});
