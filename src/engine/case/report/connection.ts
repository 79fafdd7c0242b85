import { certificates } from '../../../facts/certificates.js';
import { identity } from '../../../facts/identity.js';
import { mail } from '../../../facts/mail.js';
import { type Network, network } from '../../../facts/network.js';
import type { ReportedField } from '../../../model/case-report.js';
import type { Fact } from '../../../model/fact.js';
import type { PlanChoices } from '../../../model/plan-choices.js';
import { connectionSheet } from '../../../steps/connection/sheet.js';
import type { FactReader } from '../../read.js';

/** The connection sheet as the facts from before the upgrade tell it; null when the server's name could not even be read. */
export function connectionOf(reader: FactReader, choices: PlanChoices): readonly ReportedField[] | null {
  const value = <T>(fact: Fact<T>): T | undefined => {
    const reading = reader.read(fact);
    return reading.state === 'known' ? reading.value : undefined;
  };
  const [who, net] = [value(identity), value(network)];
  if (!who) return null;
  const { fields } = connectionSheet(
    { identity: who, network: net ?? unread, mail: value(mail), certificates: value(certificates) },
    choices,
  );
  return fields;
}

/** A network nobody could read: what people wrote still belongs on the sheet, and the rest stays empty. */
const unread: Network = {
  hostName: undefined,
  dnsDomain: undefined,
  adapters: [],
  dialUp: [],
  proxy: undefined,
  configuredBy: [],
};
