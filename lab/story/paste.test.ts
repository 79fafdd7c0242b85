import { describe, expect, it } from 'vitest';
import { pasted } from './paste.js';

const told = [
  { name: 'plan', line: 'antesala plan x', output: 'one  \ntwo\nthree by root@box.example  ok\n', exit: 4 },
  { name: 'choices', line: 'cat choices.json', output: '{}\n', exit: 0 },
];
const page = (marker: string) => `before\n\n${marker}\n\`\`\`text\nold\nolder\n\`\`\`\n\nafter\n`;

describe('output put into a page', () => {
  it.each([
    ['<!-- story: plan -->', '$ antesala plan x\none\ntwo\nthree by begona@oficina  ok\n(exit 4)'],
    ['<!-- story: plan 2-2 -->', '$ antesala plan x\n…\ntwo\n…\n(exit 4)'],
    ['<!-- story: plan 1-1,-1 -->', '$ antesala plan x\none\n…\nthree by begona@oficina  ok\n(exit 4)'],
    ['<!-- story: choices -->', '$ cat choices.json\n{}'],
    ['<!-- story: of-another-story -->', 'old\nolder'],
  ])('%s', (marker, body) =>
    expect(pasted(page(marker), told)).toBe(`before\n\n${marker}\n\`\`\`text\n${body}\n\`\`\`\n\nafter\n`),
  );

  it('twice is the same as once', () => {
    const once = pasted(page('<!-- story: plan -->'), told);
    expect(pasted(once, told)).toBe(once);
  });

  it.each(['2-9', '3-2', '2-3,1-1', '1-2,-2', '-9'])('refuses lines that are not there: %s', wanted =>
    expect(() => pasted(page(`<!-- story: plan ${wanted} -->`), told)).toThrow('said 3 lines'),
  );
});
