import type { Teller } from './teller.js';

/** Writes the answers of the person in front of it, who has looked, to every question that is open, and hands them over. */
export async function answerAll(teller: Teller, name: string, by: string): Promise<void> {
  const listed = await teller.antesala('questions-json', ['attest', name, '--json'], { exit: 0 });
  const { questions } = JSON.parse(listed) as {
    readonly questions: readonly { readonly key: string; readonly answer: string | null }[];
  };
  const open = questions.filter(({ answer }) => answer === null).map(({ key }) => key);
  teller.file('answers.json', `${JSON.stringify(Object.fromEntries(open.map(key => [key, 'yes'])), null, 2)}\n`);
  await teller.antesala('attest', ['attest', name, '--answers', 'answers.json', '--by', by], { exit: 0, see: open });
}
