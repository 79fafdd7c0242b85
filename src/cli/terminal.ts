import picocolors from 'picocolors';
import type { Language, Text } from '../i18n/text.js';
import { visible } from '../report/visible.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Results go to standard output, progress and errors to standard error; colour only where a terminal shows it. */
export interface Terminal {
  readonly language: Language;
  readonly colors: Colors;
  readonly width: number;
  t(text: Text): string;
  /** A result. Comes as it is: what is in it from a host must have been made visible. */
  print(text: string): Promise<void>;
  /** A line about the work going on, overwritten by the next on a terminal and left out elsewhere unless `keep`. */
  progress(text: string, keep?: boolean): void;
  /** Ends the line of progress. */
  settle(): void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, done?: (error?: Error | null) => void): boolean;
}

export function terminal(
  language: Language,
  out: Output,
  err: Output,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const wantsColor = env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb' && out.isTTY === true;
  let open = false;
  const settle = (): void => {
    if (open) err.write('\r\u001b[K');
    open = false;
  };
  return {
    language,
    colors: picocolors.createColors(wantsColor),
    width: Math.max(60, Math.min(out.columns ?? 100, 140)),
    t: text => text[language],
    print: text =>
      new Promise((resolve, reject) => {
        settle();
        out.write(text.endsWith('\n') ? text : `${text}\n`, error => (error ? reject(error) : resolve()));
      }),
    progress: (text, keep = false) => {
      const line = visible(text);
      settle();
      if (keep || !err.isTTY) {
        if (keep) err.write(`${line}\n`);
        return;
      }
      err.write(line.slice(0, Math.max(20, (err.columns ?? 80) - 1)));
      open = true;
    },
    settle,
  };
}
