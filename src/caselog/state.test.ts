import { describe, expect, it } from 'vitest';
import type { CaseEvent, PutBackOutcome } from '../model/event.js';
import { defaultChoices } from '../model/plan-choices.js';
import type { ResourceState } from '../model/resource.js';
import { sampleEvents, sampleLog, sampleRest } from '../testing/case-events.js';
import { readLog } from './read-log.js';
import { type CaseState, foldCase } from './state.js';

const after = (...events: readonly CaseEvent[]): CaseState =>
  foldCase(readLog(sampleLog(events), 'f', undefined).events);

const item = 'third-party-services/Norton';
const state = (start: string): ResourceState => ({ start, running: start === 'auto' });
const intent = (found: string): CaseEvent => ({
  ...sampleEvents.intent,
  found: state(found),
  to: state('disabled'),
});
const file = (found: string, to: string): CaseEvent => ({
  ...sampleEvents.intent,
  resource: { kind: 'file', path: '/etc/x' },
  found: { present: true, base64: found },
  to: { present: true, base64: to },
});
type Outcome = (typeof sampleEvents.outcome)['outcome'];
const outcome = (how: Outcome): CaseEvent => ({ ...sampleEvents.outcome, outcome: how, left: state('disabled') });
const found = (what: string) => (what === 'absent' || what === 'unknown' ? what : state(what));
const left = (how: PutBackOutcome, what: string): CaseEvent => ({
  ...sampleEvents['put-back'],
  outcome: how,
  left: found(what),
});
const accept = (what: string): CaseEvent => ({
  ...sampleEvents.accepted,
  found: what === 'absent' ? what : state(what),
});
const back = (how: PutBackOutcome): CaseEvent => ({ ...sampleEvents['put-back'], outcome: how });

describe('the state of a change', () => {
  it.each<[string, readonly CaseEvent[], string | ResourceState, boolean]>([
    ['an intent alone may have been carried out', [intent('auto')], 'auto', true],
    ['changed', [intent('auto'), outcome('changed')], 'auto', true],
    ['failed half way', [intent('auto'), outcome('failed')], 'auto', true],
    ['nobody knows', [intent('auto'), outcome('unknown')], 'auto', true],
    ['so already: nothing of ours', [intent('disabled'), outcome('already')], 'disabled', false],
    ['left alone: nothing of ours', [intent('manual'), outcome('left-alone')], 'manual', false],
    ['not there', [intent('auto'), outcome('absent')], 'auto', false],
    ['a run repeated after a crash finds our own doing', [intent('auto'), intent('disabled')], 'auto', true],
    [
      'repeated after it was done, it is so already, by us',
      [intent('auto'), outcome('changed'), intent('disabled'), outcome('already')],
      'auto',
      true,
    ],
    [
      'and a third time',
      [
        ...[intent('auto'), outcome('changed'), intent('disabled'), outcome('already')],
        ...[intent('disabled'), outcome('already')],
      ],
      'auto',
      true,
    ],
    [
      'changed, then left alone as somebody made it: ours may stand below it',
      [intent('auto'), outcome('changed'), intent('manual'), outcome('left-alone')],
      // the start mode is what somebody chose; that it stands still is our doing
      { start: 'manual', running: true },
      true,
    ],
    [
      'of a file, somebody else’s content between two runs counts as a whole',
      [file('a', 'b'), outcome('changed'), file('c', 'b'), outcome('changed')],
      { present: true, base64: 'c' },
      true,
    ],
    [
      'and our own does not',
      [file('a', 'b'), outcome('changed'), file('b', 'b'), outcome('already')],
      { present: true, base64: 'a' },
      true,
    ],
    [
      'left alone once, then started anew from what is there',
      [intent('manual'), outcome('left-alone'), intent('auto'), outcome('changed')],
      'auto',
      true,
    ],
    [
      'restored, then prepared again: from what was found then',
      [intent('auto'), outcome('changed'), back('restored'), intent('manual'), outcome('changed')],
      'manual',
      true,
    ],
    [
      'restored, then so already: nothing of ours',
      [intent('auto'), outcome('changed'), back('restored'), intent('disabled'), outcome('already')],
      'disabled',
      false,
    ],
    [
      'drifted: what somebody made of it counts from then on',
      [intent('auto'), outcome('changed'), back('drifted'), intent('manual'), outcome('changed')],
      'manual',
      true,
    ],
    [
      'not put back for a failure: what it was before us still counts',
      [intent('auto'), outcome('changed'), back('failed'), intent('disabled'), outcome('already')],
      'auto',
      true,
    ],
  ])('%s', (_, events, was, touched) => {
    expect(after(...events).changes.get(item)).toMatchObject({
      was: typeof was === 'string' ? state(was) : was,
      touched,
    });
  });

  it.each<[string, readonly CaseEvent[], boolean | undefined]>([
    ['counts', [accept('manual')], false],
    ['counts while it is found so', [accept('manual'), left('drifted', 'manual')], false],
    ['is overtaken by another state', [accept('manual'), left('drifted', 'system')], true],
    [
      'and does not come back with the first',
      [accept('manual'), left('drifted', 'system'), left('drifted', 'manual')],
      true,
    ],
    ['is overtaken when it is as before', [accept('manual'), left('kept', 'auto')], true],
    ['outlives a look that told nothing', [accept('manual'), left('failed', 'unknown')], false],
    ['of what is gone', [accept('absent'), left('gone', 'absent')], false],
    ['of what was gone and is there again', [accept('absent'), left('drifted', 'manual')], true],
    ['is given anew', [accept('manual'), left('drifted', 'system'), accept('system')], false],
    ['ends with a new preparation', [accept('manual'), intent('manual')], undefined],
  ])('an acceptance %s', (_, events, overtaken) => {
    const change = after(intent('auto'), outcome('changed'), left('drifted', 'manual'), ...events).changes.get(item);
    expect(change?.acceptance?.overtaken).toBe(overtaken);
  });

  it('is open after an intent, and after an intent to put back, until its outcome', () => {
    const of = (...events: readonly CaseEvent[]) => after(...events).changes.get(item);
    expect(of(intent('auto'))).toMatchObject({ outcome: 'open', left: undefined, putBack: undefined });
    expect(of(intent('auto'), outcome('changed'))).toMatchObject({ outcome: 'changed', left: state('disabled') });
    const done = [intent('auto'), outcome('changed'), sampleEvents['put-back-intent']];
    expect(of(...done)).toMatchObject({ outcome: 'changed', putBack: 'open' });
    expect(of(...done, back('restored'))).toMatchObject({ putBack: 'restored', putBackEvent: { seq: 5 } });
    expect(of(...done, back('failed'), sampleEvents['put-back-intent'])).toMatchObject({ putBack: 'open' });
    expect(of(...done, back('restored'), intent('auto'))).toMatchObject({
      outcome: 'open',
      putBack: undefined,
      intent: 6,
    });
  });

  it('keeps the order of first intents, and knows nothing of an outcome without one', () => {
    const other = { ...sampleEvents.intent, item: 'disk-tools/x' };
    const events = after(intent('auto'), other, intent('auto'), { ...sampleEvents.outcome, item: 'nobody' });
    expect([...events.changes.keys()]).toEqual([item, 'disk-tools/x']);
  });
});

describe('the state of a case', () => {
  it('of a new one is empty, with safe choices', () => {
    const empty = after();
    expect(empty).toMatchObject({ seq: 1, created: sampleEvents['case-created'], choices: defaultChoices });
    expect(empty.run).toBeUndefined();
    expect(empty.changes.size + empty.acts.size + empty.steps.size + empty.evidence.size).toBe(0);
  });

  it('takes in every type of event', () => {
    const all = after(...sampleRest);
    expect(all).toMatchObject({
      seq: sampleRest.length + 1,
      at: '2026-11-25T10:00:00.000Z',
      lastGathered: sampleEvents['facts-gathered'],
      choices: sampleEvents['choices-made'].choices,
      plan: sampleEvents['plan-made'],
      rehearsal: sampleEvents.rehearsed,
      run: { run: 'prepare', outcome: 'incomplete' },
      handedOver: sampleEvents['handed-over'],
      upgrade: sampleEvents['upgrade-seen'],
      gate: sampleEvents['gate-decided'],
      copy: sampleEvents['copy-kept'],
      copyDiffers: sampleEvents['copy-differs'],
      signatures: [sampleEvents.signed],
    });
    expect(all.gathered.get('plan')).toMatchObject(sampleEvents['facts-gathered']);
    expect(all.attestations.get('newest-drivers')).toMatchObject(sampleEvents.attested);
    expect(all.waivers.get('bios-age')).toMatchObject(sampleEvents.waived);
    expect(all.evidence.get('b'.repeat(64))).toMatchObject(sampleEvents['evidence-stored']);
    expect(all.evidenceByKind.get('scan')).toMatchObject(sampleEvents['evidence-stored']);
    expect(all.acts.get('notify-users/mail')).toMatchObject({
      outcome: 'failed',
      what: { es: 'Correo a 12 personas' },
    });
    expect(all.steps.get('third-party-services')).toMatchObject({ outcome: 'done' });
  });

  it('keeps the last of what is said again', () => {
    const no = { ...sampleEvents.attested, answer: 'no' as const };
    const gathered = { ...sampleEvents['facts-gathered'], fingerprint: 'f2' };
    const later = after(sampleEvents.attested, no, sampleEvents['facts-gathered'], { ...gathered, purpose: 'gate' });
    expect(later.attestations.get('newest-drivers')).toMatchObject({ answer: 'no' });
    expect(later.gathered.get('plan')).toMatchObject({ fingerprint: 'f1' });
    expect(later.lastGathered).toMatchObject({ fingerprint: 'f2', purpose: 'gate' });
  });

  it('says of a run, a step, an act without an end that it is open', () => {
    const open = after(sampleEvents['run-started'], sampleEvents['step-started'], sampleEvents['act-intent']);
    expect(open.run).toMatchObject({ outcome: 'open', endedAt: undefined });
    expect(open.steps.get('third-party-services')).toMatchObject({ outcome: 'open', endedAt: undefined });
    expect(open.acts.get('notify-users/mail')).toMatchObject({ outcome: 'open' });
  });

  it('an end of another kind of run does not end this one', () => {
    const open = after(sampleEvents['run-started'], { type: 'run-ended', run: 'put-back', outcome: 'done' });
    expect(open.run).toMatchObject({ run: 'prepare', outcome: 'open' });
  });

  it('a copy kept again no longer differs', () => {
    const { 'copy-kept': kept, 'copy-differs': differs } = sampleEvents;
    expect(after(kept, differs).copyDiffers).toMatchObject(differs);
    expect(after(kept, differs, kept).copyDiffers).toBeUndefined();
  });
});
