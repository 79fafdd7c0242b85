import { parentPort, workerData } from 'node:worker_threads';
import { compareBuffers } from '../compare-files.js';
import { JobComparison } from './compare-jobs.js';
import type { FromWorker, ToWorker, TreePair } from './messages.js';

// The thread that compares: it waits for jobs, does some of them, and gives the rest back.
const pair = workerData as TreePair;
const buffers = compareBuffers();
const send = (message: FromWorker): void => parentPort?.postMessage(message);

/** Told about large files in steps people can follow. */
let since = 0;
const compared = (bytes: number): void => {
  since += bytes;
  if (since < 32 << 20) return;
  send({ compared: since });
  since = 0;
};

parentPort?.on('message', ({ jobs }: ToWorker) =>
  send({ result: new JobComparison(pair, buffers, compared).run(jobs) }),
);
