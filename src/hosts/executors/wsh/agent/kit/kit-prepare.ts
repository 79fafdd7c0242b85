/**
 * Carries out the plan, step by step, as `prepare` in `src/engine/prepare.ts`. Can be stopped or killed at any time and run again. A step
 * that fails stops it after that step.
 *
 * @param repeat whether acts that a run that broke off may have done are done again
 */
function kitPrepare(hands: KitHands, log: KitLog, repeat: boolean): 'done' | 'failed' | 'waiting' {
  const { kit } = hands;
  note(log, ['"type":"run-started","run":"kit-prepare","plan":"' + kit.plan + '"']);
  let outcome: 'done' | 'failed' | 'waiting' = 'done';
  for (let i = 0; i < kit.steps.length && outcome === 'done'; i++) {
    const { step, state, title, groups } = kit.steps[i];
    note(log, ['"type":"step-started","step":' + jsonText(step)]);
    if (state === 'do') {
      const at = '[' + (i + 1) + '/' + kit.steps.length + '] ';
      tell(at + title.en, at + title.es);
      for (let g = 0; g < groups.length && outcome === 'done'; g++)
        outcome = doGroup(hands, log, step, groups[g], repeat);
    }
    const ended = state === 'do' ? outcome : state;
    note(log, ['"type":"step-ended","step":' + jsonText(step) + ',"outcome":"' + ended + '"']);
  }
  const whole = outcome === 'done' ? 'done' : 'incomplete';
  note(log, ['"type":"run-ended","run":"kit-prepare","outcome":"' + whole + '"']);
  return outcome;
}

function doGroup(
  hands: KitHands,
  log: KitLog,
  step: string,
  group: KitGroup,
  repeat: boolean,
): 'done' | 'failed' | 'waiting' {
  const text = group.text || { en: '', es: '' };
  switch (group.kind) {
    case 'changes':
      return makeChanges(hands, log, step, group.items || []) ? 'done' : 'failed';
    case 'run':
      return group.item ? runAct(hands, log, step, group.item, repeat) : 'done';
    case 'by-hand':
      tell(words('byHand', [text.en]).en, words('byHand', [text.es]).es);
      note(log, ['"type":"noted","text":' + jsonOf(leftToPerson(text)) + ',"by":' + jsonText(log.actor)]);
      return 'done';
    case 'hand-over':
      handOver(log, step, group.id || '', text);
      return 'done';
  }
}

/** Does one act, once: as `perform` in `src/engine/acts.ts`. */
function runAct(
  hands: KitHands,
  log: KitLog,
  step: string,
  item: KitRun,
  repeat: boolean,
): 'done' | 'failed' | 'waiting' {
  const before = log.known.acts[keyOf(item.id)];
  if (before === 'done') return 'done';
  if ((before === 'open' || before === 'unknown') && !repeat) {
    if (before === 'open') note(log, [actOutcome(item.id, 'unknown', brokeOff, '', 0)]);
    tell(words('mayBeDone', [item.text.en]).en, words('mayBeDone', [item.text.es]).es);
    return 'waiting';
  }
  note(log, [actIntent(item.id, step, item.text.en)]);
  const told: Told = {
    id: item.id,
    index: 0,
    kind: 'run',
    timeoutSeconds: item.timeoutSeconds,
    line: item.line,
    maxBytes: MOST_VALUE,
  };
  const { outcome, took } = carriedOut(hands, told);
  const result = resultOf(outcome);
  let ended: 'done' | 'failed' | 'unknown' = 'unknown';
  let why = result.why || brokeOff;
  let data = '';
  if (result.did === 'ran') {
    ended = hasNumber(item.goodExits, result.exit as number) ? 'done' : 'failed';
    const said = (result.err && result.err.ansi) || (result.out && result.out.ansi) || '';
    why = ended === 'done' ? '' : ends(fromConsole(said)).substring(0, MOST_WHY);
    data = '{"exit":' + result.exit + '}';
  }
  note(log, [actOutcome(item.id, ended, why, data, took)]);
  tellItem(ended, item.id, why);
  return ended === 'unknown' ? 'waiting' : ended;
}

function hasNumber(list: number[], value: number): boolean {
  for (let i = 0; i < list.length; i++) if (list[i] === value) return true;
  return false;
}

function handOver(log: KitLog, step: string, id: string, text: BothTexts): void {
  if (log.known.acts[keyOf(id)] === 'done') return;
  note(log, [actIntent(id, step, text.en), actOutcome(id, 'done', '', '', 0), '"type":"handed-over"']);
}

const brokeOff = 'the run broke off before its end was known';

function actIntent(item: string, step: string, what: string): string {
  return '"type":"act-intent","item":' + jsonText(item) + ',"step":' + jsonText(step) + ',"what":' + jsonText(what);
}

function actOutcome(item: string, outcome: string, why: string, data: string, took: number): string {
  return (
    '"type":"act-outcome","item":' +
    jsonText(item) +
    ',"outcome":"' +
    outcome +
    '","why":' +
    (why === '' ? 'null' : jsonText(why)) +
    (data === '' ? '' : ',"data":' + data) +
    ',"seconds":' +
    tenths(took)
  );
}

function leftToPerson({ en, es }: BothTexts): BothTexts {
  return { en: words('leftToPerson', [en]).en, es: words('leftToPerson', [es]).es };
}
