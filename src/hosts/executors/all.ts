import { decodeAnswers } from '../decode.js';
import { recordingFrom } from '../recording-from.js';
import type { SshExecutors } from '../transports/ssh/ask.js';
import { powershellCommandLine, powershellExecutor } from './powershell.js';
import { shExecutor } from './sh.js';
import { wshExecutor } from './wsh/wsh.js';

/** Every executor, and how what they print becomes a recording. */
export const executors: SshExecutors = {
  sh: shExecutor,
  powershell: { ...powershellExecutor, commandLine: powershellCommandLine },
  wsh: wshExecutor,
  record: ({ host, batch, nonce, text, gatheredAt }) =>
    recordingFrom(decodeAnswers(Buffer.from(text, 'latin1'), batch, nonce), { host, batch, gatheredAt }),
};
