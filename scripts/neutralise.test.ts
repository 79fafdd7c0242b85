import { describe, expect, it } from 'vitest';
import { type Recording, recordingSchema } from '../src/model/recording.js';
import { neutralised } from './neutralise.js';

const recording: Recording = {
  schema: recordingSchema,
  host: 'ssh://root@oldname',
  computer: 'oldname',
  platform: 'linux',
  executor: 'sh',
  elevated: true,
  gatheredAt: '2026-11-24T00:00:00.000Z',
  hostClock: '2026-11-24T00:00:00.000Z',
  answers: {
    text: {
      state: 'ok',
      ms: 1,
      text: '::a\nkept oldname\nsecret line\n::b private\nx\n::c\nlink AA:bb:cc:00:00:01 ff:ff:ff:ff:ff:ff\n',
    },
    rows: { state: 'ok', ms: 1, rows: [{ MAC: 'aa:BB:cc:00:00:01', Path: 'C:\\oldname' }] },
    none: { state: 'missing', ms: 0, why: 'no oldname' },
  },
};

describe('a neutralised recording', () => {
  const done = neutralised(recording, { replace: [['oldname', 'server']], drop: ['secret'], dropPart: ['private'] });

  it('names nothing that was to go, and keeps the rest', () => {
    expect(done.host).toBe('ssh://root@server');
    expect(done.computer).toBe('server');
    expect(done.answers['text']).toEqual({
      state: 'ok',
      ms: 1,
      text: '::a\nkept server\n::c\nlink 02:00:00:00:00:01 ff:ff:ff:ff:ff:ff\n',
    });
    expect(done.answers['none']).toEqual({ state: 'missing', ms: 0, why: 'no server' });
  });

  it('gives the same made-up address for the same card', () => {
    expect(done.answers['rows']).toMatchObject({ rows: [{ MAC: '02:00:00:00:00:01', Path: 'C:\\server' }] });
  });
});
