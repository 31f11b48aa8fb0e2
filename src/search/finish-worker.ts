import { parentPort, workerData } from 'node:worker_threads';
import { finishIndex, type UnfinishedIndex } from './finish-index.ts';

// A thread that finishes one index and ends. A rejection reaches its owner as an error of the thread.
parentPort?.postMessage(await finishIndex(workerData as UnfinishedIndex));
