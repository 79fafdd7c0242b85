import { type Markup, raw } from '../../html/markup.js';

/** What the page of a case needs beyond the style all pages share. @param foot for every printed page: ASCII of our own making */
export function caseStyle(foot: string): Markup {
  return raw(`
.v-good{background:var(--good-soft);border-color:var(--good)}.v-good b{color:var(--good)}
.v-bad{background:var(--bad-soft);border-color:var(--bad)}.v-bad b{color:var(--bad)}
.v-warn{background:var(--dark-soft);border-color:var(--dark)}.v-warn b{color:var(--dark)}
.v-ask{background:var(--ask-soft);border-color:var(--ask)}.v-ask b{color:var(--ask)}
.v-quiet{background:var(--code);border-color:var(--line)}
.note{background:none;border-color:var(--line)}
.n-good{background:var(--good-soft);border-color:var(--good)}.n-bad{background:var(--bad-soft);border-color:var(--bad)}
.n-warn{background:var(--dark-soft);border-color:var(--dark)}.n-ask{background:var(--ask-soft);border-color:var(--ask)}
.badge{margin-right:.25rem;overflow-wrap:normal;hyphens:none}
.b-good{color:var(--good);background:var(--good-soft)}.b-bad{color:var(--bad);background:var(--bad-soft)}
.b-warn{color:var(--dark);background:var(--dark-soft)}.b-ask{color:var(--ask);background:var(--ask-soft)}
.b-quiet{color:var(--soft);background:var(--code)}
h3.part{margin:1.4rem 0 .3rem}
.contents{columns:2;padding-left:1.2rem;margin:1rem 0}
.grid{table-layout:fixed;margin:.6rem 0}
.grid th,.grid td{white-space:normal;padding:.4rem .7rem .4rem 0}
.grid thead th{color:var(--soft);border-bottom:2px solid var(--line)}
.grid tbody th{font-weight:500}
.grid tr{break-inside:avoid}
.under{color:var(--soft);font-size:.8rem;font-weight:400;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.label{display:none}
.reasons{padding-left:1.1rem}.reasons li{margin:.45rem 0}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:1rem 3rem;margin:.5rem 0 1.5rem;break-inside:avoid}
.sign .line{border-bottom:1px solid var(--ink);color:var(--soft);font-size:.875rem;padding-top:1.4rem}.sign .tall{padding-top:4rem}
pre span{white-space:pre-wrap}
@media (max-width:44rem){.contents{columns:1}.sign{grid-template-columns:1fr}
.grid,.grid tbody,.grid tr,.grid th,.grid td{display:block;width:auto}.grid thead,.grid colgroup{display:none}
.grid tr{border:1px solid var(--line);border-radius:.5rem;padding:.4rem .7rem;margin:.6rem 0}.grid th,.grid td{border:0;padding:.2rem 0}
.label{display:block;color:var(--soft);font-size:.75rem}}
@page{margin-bottom:20mm;@bottom-left{content:"${foot}";font:6.5pt monospace;color:#555}@bottom-right{content:counter(page) " / " counter(pages);font:7pt sans-serif;color:#555}}
@media print{.grid{font-size:8pt}.under{font-size:7pt}.grid .badge{font-size:7pt}.contents{display:none}details{display:none}.grid thead{display:table-header-group}}
`);
}
