/** Names of the files in the folder that supervisor and workers talk by; `position` is where in the order a worker began. */
const place = {
  answer: (folder: string, question: number) => folder + '\\a' + question,
  /** The worker runs. */
  ready: (folder: string, position: number) => folder + '\\r' + position,
  /** The worker's process number, after which its first question's time begins. */
  process: (folder: string, position: number) => folder + '\\p' + position,
  /** The worker is given up: it must not go on should it come back to life. */
  ended: (folder: string, position: number) => folder + '\\x' + position,
  /** An attempt to end the worker is over. */
  cleared: (folder: string, position: number) => folder + '\\e' + position,
  header: (folder: string) => folder + '\\header',
  program: (folder: string) => folder + '\\antesala.js',
};
