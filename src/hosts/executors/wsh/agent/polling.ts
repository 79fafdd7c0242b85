/** What a busy server may take for one step of starting a worker. */
const START_MILLISECONDS = 30000;
/** Until then a worker is waited for, however often it was started. */
const MOST_START_MILLISECONDS = 90000;
const END_MILLISECONDS = 15000;
const POLL_MILLISECONDS = 20;
/** A command may write this many bytes more than are wanted before it is ended for it: its exit code would be lost. */
const MOST_BEYOND = 16777216;

/** Where the lines go: the console, or a file that appears when it is whole. */
interface Output {
  write(line: string): void;
}
