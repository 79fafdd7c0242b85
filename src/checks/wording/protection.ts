import type { ProtectionProduct } from '../../facts/protection.js';
import { same } from '../../i18n/text.js';
import type { Evidence, Outcome, Remedy } from '../../model/finding.js';
import { pass, warn, type Wording } from './outcomes.js';

interface Rest {
  /** What is said when there is no such product. */
  readonly none: Wording;
  /** Why one that runs need not be stopped, where there is a reason. */
  readonly harmless?: (product: ProtectionProduct) => Wording | undefined;
  readonly remedy: (product: ProtectionProduct) => Remedy;
}

/** Programs that watch or copy files and must stand still during the upgrade: one outcome for each. */
export function mustRest(found: readonly ProtectionProduct[], { none, harmless, remedy }: Rest): readonly Outcome[] {
  if (found.length === 0) return [pass(none)];
  return found.map(product => {
    const more = { resource: product.product, label: same(product.name), evidence: evidenceOf(product) };
    const reason = product.running === false && product.realTime !== true ? stopped(product) : harmless?.(product);
    if (reason) return pass(reason, more);
    return warn(
      'medium',
      {
        en: `${product.name} (${product.vendor}) is ${product.running === undefined ? 'installed' : 'running'}.`,
        es: `${product.name} (${product.vendor}) está ${product.running === undefined ? 'instalado' : 'en marcha'}.`,
      },
      { ...more, remedy: remedy(product) },
    );
  });
}

function stopped({ name }: ProtectionProduct): Wording {
  return { en: `${name} does not run.`, es: `${name} no está en marcha.` };
}

function evidenceOf({ seen, running, kind, realTime, signaturesAt }: ProtectionProduct): Evidence {
  const watching = { realTime: realTime ?? null, signaturesAt: signaturesAt ?? null };
  return { seen, running: running ?? null, ...(kind === 'backup' ? {} : watching) };
}
