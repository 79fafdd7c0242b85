/** What the person in front of the server reads, as the kit carries it (`src/hosts/executors/kit-words.ts`). */
let kitTexts: Record<string, BothTexts> = {};
let kitOutcomeWords: Record<string, string> = {};

/** A sentence with what only this server knows in its places. */
function words(name: string, more: string[]): BothTexts {
  let { en, es } = kitTexts[name];
  for (let i = 0; i < more.length; i++) {
    en = en.split('{' + i + '}').join(more[i]);
    es = es.split('{' + i + '}').join(more[i]);
  }
  return { en, es };
}

/** All that was told, for the file that is carried back. */
let toldLines = '';

function tellLine(line: string): void {
  WScript.Echo(line);
  toldLines += line + '\r\n';
}

function tell(en: string, es: string): void {
  tellLine(en === es ? en : en + '\r\n' + es);
}

function tellBoth({ en, es }: BothTexts): void {
  tell(en, es);
}

function tellItem(outcome: string, name: string, more: string): void {
  tellLine('  ' + (kitOutcomeWords[outcome] || outcome) + ': ' + name + (more === '' ? '' : ' [' + more + ']'));
}

function nameOfThing(thing: Thing): string {
  if (thing.kind === 'file') return 'file:' + thing.path;
  if (thing.kind === 'registry-value') return 'registry-value:' + thing.key + '\\' + thing.value;
  return thing.kind + ':' + thing.name;
}
