import { raw } from './markup.js';

const light = `--page:#f5f6f8;--sheet:#ffffff;--ink:#1b2430;--soft:#566072;--line:#d9dee6;--code:#eef1f5;--accent:#1d5fbf;
--bad:#b3261e;--bad-soft:#fdeceb;--dark:#8a5a00;--dark-soft:#fdf3df;--ask:#1d5fbf;--ask-soft:#e8f0fc;--good:#1b6e3c;--good-soft:#e6f4ea;--free:#d5dde8;--used:#5b7ba8`;
const dark = `--page:#12161c;--sheet:#1b212a;--ink:#e6eaf0;--soft:#a3adbb;--line:#343d4a;--code:#252d38;--accent:#8ab4f8;
--bad:#ff8a80;--bad-soft:#3a2020;--dark:#f2c063;--dark-soft:#38301c;--ask:#8ab4f8;--ask-soft:#1d2b42;--good:#7fd49b;--good-soft:#1b3325;--free:#3a4554;--used:#7fa3d6`;

/** The page's style. Language and theme are switched by the radio buttons before it, without scripts. */
export const style = raw(`
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.sheet{${light};background:var(--page);color:var(--ink);min-height:100vh;padding:1rem}
@media (prefers-color-scheme:dark){.sheet{${dark}}}
#t-light:checked~.sheet{${light}}
#t-dark:checked~.sheet{${dark}}
#l-en:checked~.sheet .es,#l-es:checked~.sheet .en{display:none}
.switch{position:absolute;opacity:0;width:1px;height:1px}
.bar{max-width:60rem;margin:0 auto .75rem;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:flex-end;color:var(--soft);font-size:.875rem}
.bar label{padding:.15rem .6rem;border:1px solid var(--line);border-radius:1rem;cursor:pointer;background:var(--sheet);color:var(--ink)}
#l-en:checked~.sheet [for=l-en],#l-es:checked~.sheet [for=l-es],#t-auto:checked~.sheet [for=t-auto],#t-light:checked~.sheet [for=t-light],#t-dark:checked~.sheet [for=t-dark]{background:var(--accent);color:var(--sheet);border-color:var(--accent)}
#l-en:focus-visible~.sheet [for=l-en],#l-es:focus-visible~.sheet [for=l-es],#t-auto:focus-visible~.sheet [for=t-auto],#t-light:focus-visible~.sheet [for=t-light],#t-dark:focus-visible~.sheet [for=t-dark]{outline:3px solid var(--accent);outline-offset:2px}
h2.card-title{font-size:1.02rem;margin:0;padding:0;border:0}
.page{max-width:60rem;margin:0 auto;background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;padding:clamp(1rem,4vw,2.5rem)}
h1{font-size:1.6rem;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2.25rem 0 .75rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h3{font-size:1.02rem;margin:0;overflow-wrap:anywhere}
p{margin:.35rem 0}
.soft{color:var(--soft);font-size:.9rem;overflow-wrap:anywhere}
.path{font-size:1.1rem;font-weight:600;margin:.5rem 0}
.verdict{border-radius:.5rem;padding:.9rem 1.1rem;margin:1.1rem 0;border-left:.45rem solid}
.verdict b{display:block;font-size:1.25rem}
.v-not-ready{background:var(--bad-soft);border-color:var(--bad)}.v-not-ready b,.v-not-ready .card.v-not-ready,.card.v-facts-missing,.card.v-answers-needed,.card.v-ready{background:none;border-color:var(--line)}
.card.v-not-ready{border-top-color:var(--bad)}.card.v-facts-missing{border-top-color:var(--dark)}.card.v-answers-needed{border-top-color:var(--ask)}.card.v-ready{border-top-color:var(--good)}.card.empty .card-verdict{color:var(--soft)}.card.empty{border-top-color:var(--line)}
.card-verdict{color:var(--bad)}
.v-facts-missing{background:var(--dark-soft);border-color:var(--dark)}.v-facts-missing b,.v-facts-missing .card-verdict{color:var(--dark)}
.v-answers-needed{background:var(--ask-soft);border-color:var(--ask)}.v-answers-needed b,.v-answers-needed .card-verdict{color:var(--ask)}
.v-ready{background:var(--good-soft);border-color:var(--good)}.v-ready b,.v-ready .card-verdict{color:var(--good)}
.blocking{margin:.5rem 0 0;padding-left:1.2rem}.blocking a{color:inherit}
.note{background:var(--dark-soft);border:1px solid var(--dark);border-radius:.5rem;padding:.6rem .9rem;margin:.6rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1rem 0}
.card{display:block;color:inherit;text-decoration:none;border:1px solid var(--line);border-top:.35rem solid;border-radius:.5rem;padding:.7rem .85rem;background:none}
.card:hover h2,.card:focus-visible h2{text-decoration:underline}
.card-verdict{font-weight:600;margin:.1rem 0 .4rem}.card-counts{font-size:.8rem;color:var(--soft)}
.card svg{width:100%;height:.6rem;display:block;border-radius:.3rem;overflow:hidden;background:var(--free)}
.s-fail,.s-error{fill:var(--bad)}.s-unknown,.s-warn{fill:var(--dark)}.s-manual{fill:var(--ask)}.s-pass{fill:var(--good)}
.volume{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;gap:.1rem .9rem;align-items:center;margin:.6rem 0}
.volume svg{width:100%;height:1.1rem;display:block}
.volume-name{overflow-wrap:anywhere}.volume-text,.ifs{grid-column:2;font-size:.875rem;color:var(--soft)}
.free{fill:var(--free)}.used{fill:var(--used)}.used.short{fill:var(--bad)}.need{fill:var(--ink)}
.finding{border:1px solid var(--line);border-left:.35rem solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:.7rem 0;break-inside:avoid}
.finding.f-blocks{border-left-color:var(--bad)}.finding.f-fail,.finding.f-unknown,.finding.f-error,.finding.f-warn{border-left-color:var(--dark)}
.finding.f-blocks{border-left-color:var(--bad)}.finding.f-manual{border-left-color:var(--ask)}.finding.f-pass{border-left-color:var(--good)}
.badge{display:inline-block;font-size:.75rem;font-weight:700;border-radius:.3rem;padding:.05rem .45rem;margin-right:.5rem;border:1px solid;vertical-align:.1em}
.f-blocks .badge{color:var(--bad);background:var(--bad-soft)}.f-fail .badge,.f-unknown .badge,.f-error .badge,.f-warn .badge{color:var(--dark);background:var(--dark-soft)}
.f-blocks .badge{color:var(--bad);background:var(--bad-soft)}.f-manual .badge{color:var(--ask);background:var(--ask-soft)}.f-pass .badge{color:var(--good);background:var(--good-soft)}
.remedy{margin:.5rem 0 0;padding-left:.9rem;border-left:2px solid var(--accent)}
.question{font-weight:600}
pre{background:var(--code);border-radius:.4rem;padding:.55rem .75rem;margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere;font:.875rem/1.45 ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace}
code{font:.85em ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
details{margin:.4rem 0 0}summary{cursor:pointer;color:var(--soft);font-size:.875rem}
table{border-collapse:collapse;font-size:.875rem;width:100%;margin:.4rem 0}td,th{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{font-weight:600;white-space:nowrap}
a{color:var(--accent)}
.answer{margin-top:.5rem;font-size:.9rem;color:var(--soft)}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.8rem;color:var(--soft);overflow-wrap:anywhere}
@media (max-width:34rem){.volume{grid-template-columns:1fr}.volume-text,.ifs{grid-column:1}}
@page{size:A4;margin:16mm 14mm}
@media print{.sheet,#t-dark:checked~.sheet{${light};background:#fff;padding:0;min-height:0}.bar{display:none}.page{border:0;padding:0;max-width:none}body{font-size:10.5pt}
h2{break-after:avoid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit;text-decoration:none}}
`);
