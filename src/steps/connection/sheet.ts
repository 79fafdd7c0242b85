import type { Certificates } from '../../facts/certificates.js';
import type { Identity } from '../../facts/identity.js';
import type { Mail } from '../../facts/mail.js';
import type { Adapter, Network } from '../../facts/network.js';
import type { Text } from '../../i18n/text.js';
import type { PlanChoices } from '../../model/plan-choices.js';
import { type FieldId, fieldLabels } from './fields.js';

export interface SheetField {
  readonly id: FieldId;
  readonly label: Text;
  /** One value a line; empty when nobody has told it. */
  readonly values: readonly string[];
  /** `server`: read from it. `person`: written in the choices. `nobody`: not known. */
  readonly by: 'server' | 'person' | 'nobody';
  /** Set-up asks for it, or it is needed to get the server back on the Internet. */
  readonly needed: boolean;
}

/** Everything needed to connect the server to the Internet and its mail again, for paper: no password is ever among it. */
export interface ConnectionSheet {
  readonly computer: string;
  readonly fields: readonly SheetField[];
}

export interface ConnectionFacts {
  readonly identity: Pick<Identity, 'computer' | 'domain'>;
  readonly network: Network;
  /** Undefined when they could not be read: then what they would tell is asked. */
  readonly mail: Mail | undefined;
  readonly certificates: Certificates | undefined;
}

/** The connection sheet of a server: what it tells itself, completed by what a person wrote; pure. */
export function connectionSheet(
  facts: ConnectionFacts,
  { connection }: Pick<PlanChoices, 'connection'>,
): ConnectionSheet {
  const { network, identity, mail, certificates } = facts;
  const out = network.adapters.filter(adapter => adapter.facesInternet);
  const inside = network.adapters.filter(adapter => !adapter.facesInternet && adapter.addresses.length > 0);
  const dials = network.dialUp.length > 0;
  const mails = mail === undefined || mail.software.length > 0;
  const automatic = out.length > 0 && out.every(adapter => adapter.dhcp === true);
  const field = (id: FieldId, told: readonly (string | undefined)[], needed: boolean): SheetField => {
    const values = told.flatMap(value => (value === undefined || value.trim() === '' ? [] : [value.trim()]));
    const written = Object.hasOwn(connection, id) ? (connection[id]?.trim() ?? '') : '';
    const label = fieldLabels[id];
    // a person who writes something knows it better than the server does
    if (written !== '') return { id, label, values: written.split('\n'), by: 'person', needed };
    return { id, label, values, by: values.length > 0 ? 'server' : 'nobody', needed };
  };
  return {
    computer: identity.computer,
    fields: [
      field('host-name', [network.hostName ?? identity.computer], true),
      field('domain', [identity.domain ?? network.dnsDomain], false),
      field('adapter', out.map(described), !dials),
      field('dhcp', out.some(adapter => adapter.dhcp === true) ? ['DHCP'] : [], false),
      field('addresses', unique(out.flatMap(adapter => adapter.addresses)), !dials && !automatic),
      field('gateway', unique(out.flatMap(adapter => adapter.gateways)), !dials && !automatic),
      field('dns', unique(out.flatMap(adapter => adapter.dns)), true),
      field(
        'inside-addresses',
        inside.map(adapter => `${adapter.name}: ${adapter.addresses.join(', ')}`),
        false,
      ),
      field('public-address', unique(out.flatMap(adapter => adapter.addresses.filter(isPublic))), false),
      field('dial-up', network.dialUp, false),
      field('provider-user', [], dials),
      field('provider-password-kept-by', [], dials),
      field('provider-phone', [], false),
      field('proxy', [network.proxy], false),
      field('mail-domains', mail?.domains ?? [], mails),
      field('mail-delivery', [mail?.smartHost], mails),
      field('mail-retrieval', [], mail?.software.includes('pop3-connector') ?? false),
      field('certificates', (certificates?.certificates ?? []).map(certificateLine), false),
    ],
  };
}

/** What is needed and nobody has told. */
export function missingFields({ fields }: ConnectionSheet): readonly SheetField[] {
  return fields.filter(field => field.needed && field.by === 'nobody');
}

function described({ name, description, mac }: Adapter): string {
  const details = [description, mac].filter(part => part !== undefined);
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

function certificateLine({ subject, notAfter, place }: Certificates['certificates'][number]): string {
  return `${subject}${notAfter === undefined ? '' : ` → ${notAfter.slice(0, 10)}`} (${place})`;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Not of the ranges for private use, links or loops (RFC 1918, 3927, 6598, 4193). */
function isPublic(address: string): boolean {
  if (address.includes(':')) return /^[23]/.test(address);
  return !/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[789]\d|1[01]\d|12[0-7])|22[4-9]|2[345]\d)\./.test(
    address,
  );
}
