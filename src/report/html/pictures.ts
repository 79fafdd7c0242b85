import { type Text, languages, say } from '../../i18n/text.js';
import type { Assessment, ShownVolume } from '../../model/assessment.js';
import type { State } from '../../model/finding.js';
import { sectionTitles } from '../../model/row.js';
import { countText, verdictTitles } from '../wording.js';
import { type Markup, both, html } from './markup.js';

const width = 600;

/** Used and free space of each volume, with a mark where the upgrade's need begins. */
export function volumePicture(volumes: readonly ShownVolume[]): Markup {
  const drawn = volumes.filter(volume => volume.sizeBytes !== undefined && volume.sizeBytes > 0);
  const undrawn = volumes.filter(volume => !drawn.includes(volume) && volume.kind === 'exchange-ifs');
  return html`<div class="volumes">${drawn.map(volumeRow)}${undrawn.map(ifsRow)}</div>`;
}

function volumeRow(volume: ShownVolume): Markup {
  const size = volume.sizeBytes ?? 0;
  const free = Math.min(volume.freeBytes ?? 0, size);
  const used = ((size - free) / size) * width;
  const short = volume.neededBytes !== undefined && free < volume.neededBytes;
  const need =
    volume.neededBytes === undefined
      ? undefined
      : Math.max(0, Math.min(width, ((size - volume.neededBytes) / size) * width));
  return html`<div class="volume"><div class="volume-name">${nameOf(volume)} ${volume.label}</div>
<svg viewBox="0 0 ${width} 22" preserveAspectRatio="none" role="img" aria-hidden="true"><rect class="free" width="${width}" height="22" rx="4"/><rect class="${short ? 'used short' : 'used'}" width="${used.toFixed(1)}" height="22" rx="4"/>${
    need === undefined ? undefined : html`<rect class="need" x="${(need - 1).toFixed(1)}" width="3" height="22"/>`
  }</svg><div class="volume-text">${both(volumeText(volume, size, free))}</div></div>`;
}

/** A volume without a letter has only a long name of its own, which nobody reads. */
function nameOf({ name }: ShownVolume): Markup {
  return name.startsWith('\\\\?\\') ? html`<b>${both(noLetter)}</b>` : html`<b>${name}</b>`;
}

function volumeText(volume: ShownVolume, size: number, free: number): Text {
  const needed = volume.neededBytes;
  return say({
    en: f =>
      `${f.have(free)} free of ${f.have(size)}${needed === undefined ? '' : `; the upgrade needs ${f.need(needed)}`}`,
    es: f =>
      `${f.have(free)} libres de ${f.have(size)}${needed === undefined ? '' : `; la actualización necesita ${f.need(needed)}`}`,
  });
}

function ifsRow(volume: ShownVolume): Markup {
  return html`<div class="volume"><div class="volume-name">${nameOf(volume)}</div><div class="ifs">${both(
    say({
      en: 'Exchange’s own drive: never scanned, copied or looked into.',
      es: 'Unidad propia de Exchange: nunca se analiza, se copia ni se recorre.',
    }),
  )}</div></div>`;
}

const drawnStates: readonly State[] = ['fail', 'error', 'unknown', 'manual', 'warn', 'pass'];

/** One card a section: its verdict and a bar of its findings by state. */
export function sectionPicture(assessment: Assessment): Markup {
  return html`<div class="cards">${assessment.sections.map(({ section, verdict, counts }) => {
    const total = drawnStates.reduce((sum, state) => sum + counts[state], 0);
    let x = 0;
    const bars = drawnStates.map(state => {
      const share = total === 0 ? 0 : (counts[state] / total) * width;
      const bar = html`<rect class="s-${state}" x="${x.toFixed(1)}" width="${share.toFixed(1)}" height="14"/>`;
      x += share;
      return share === 0 ? undefined : bar;
    });
    return html`<a class="card v-${verdict}${total === 0 ? ' empty' : ''}" href="#${section}"><h2 class="card-title">${both(sectionTitles[section])}</h2><p class="card-verdict">${both(
      total === 0 ? nothingJudged : verdictTitles[verdict],
    )}</p><svg viewBox="0 0 ${width} 14" preserveAspectRatio="none" role="img" aria-hidden="true">${bars}</svg><p class="card-counts">${both(
      countsText(counts),
    )}</p></a>`;
  })}</div>`;
}

function countsText(counts: Readonly<Record<State, number>>): Text {
  const worded = languages.map(language => {
    const parts = drawnStates
      .filter(state => counts[state] > 0)
      .map(state => countText(state, counts[state])[language]);
    return [language, parts.length > 0 ? parts.join(' · ') : '–'] as const;
  });
  return Object.fromEntries(worded) as Text;
}

const nothingJudged = say({ en: 'Nothing judged', es: 'Nada evaluado' });

const noLetter = say({ en: 'No letter', es: 'Sin letra' });
