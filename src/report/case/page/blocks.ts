import { say } from '../../../i18n/text.js';
import { type Markup, both, html } from '../../html/markup.js';
import type { Badge, Block, Cell, Table } from '../story/blocks.js';

/** A block as HTML. Whatever a host or a person wrote is escaped by `html` and `both`. */
export function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'text':
      return textMarkup(block);
    case 'heading':
      return html`<h3 class="part">${both(block.text)}${block.badge ? html` ${badgeMarkup(block.badge)}` : undefined}</h3>`;
    case 'note':
      return html`<div class="note n-${block.tone}">${both(block.text, 'p')}</div>`;
    case 'list':
      return html`<ul class="reasons">${block.items.map(item => html`<li>${cellMarkup(item)}</li>`)}</ul>`;
    case 'table':
      return tableMarkup(block);
    case 'folded':
      return html`<details><summary>${both(block.title)}</summary>${block.blocks.map(blockMarkup)}</details>`;
    case 'sign-here':
      return html`<div class="sign">${block.people.map(
        person =>
          html`<div class="signer"><p><b>${both(person)}</b></p>${[words.name, words.date, words.signature].map(
            (line, index) => html`<p class="line${index === 2 ? ' tall' : ''}">${both(line)}</p>`,
          )}</div>`,
      )}</div>`;
  }
}

function textMarkup({ text, look }: Extract<Block, { readonly kind: 'text' }>): Markup {
  if (look === 'code') return html`<pre>${both(text)}</pre>`;
  return look === 'soft'
    ? html`<div class="soft">${both(text, 'p')}</div>`
    : both(text, 'p').value.startsWith('<p')
      ? both(text, 'p')
      : html`<p>${both(text)}</p>`;
}

function tableMarkup({ label, head, rows, widths }: Table): Markup {
  return html`<table class="grid"><caption class="hidden">${both(label)}</caption><colgroup>${widths.map(width => html`<col width="${width}%">`)}</colgroup>
<thead><tr>${head.map(title => html`<th scope="col">${both(title)}</th>`)}</tr></thead>
<tbody>${rows.map(row => html`<tr>${row.map((one, index) => cellIn(one, head[index], index === 0))}</tr>`)}</tbody></table>`;
}

/** On a narrow screen rows are stacked, and each cell says what it is. */
function cellIn(one: Cell, title: Table['head'][number] | undefined, first: boolean): Markup {
  const label = title && html`<span class="label" aria-hidden="true">${both(title)}</span>`;
  return first ? html`<th scope="row">${cellMarkup(one)}</th>` : html`<td>${label}${cellMarkup(one)}</td>`;
}

function cellMarkup({ text, badge, under, code }: Cell): Markup {
  const body = code ? html`<code>${both(text)}</code>` : both(text);
  return html`${badge ? html`${badgeMarkup(badge)} ` : undefined}${body}${under ? html`<div class="under">${both(under)}</div>` : undefined}`;
}

function badgeMarkup({ text, tone }: Badge): Markup {
  return html`<span class="badge b-${tone}">${both(text)}</span>`;
}

const words = {
  name: say({ en: 'Name', es: 'Nombre' }),
  date: say({ en: 'Date', es: 'Fecha' }),
  signature: say({ en: 'Signature', es: 'Firma' }),
};
