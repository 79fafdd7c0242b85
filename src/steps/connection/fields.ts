import { type Text, same, say } from '../../i18n/text.js';

/** The lines of the connection sheet, by the names under which a person completes them in the choices. */
export const fieldLabels = {
  'host-name': say({ en: 'Name of the server', es: 'Nombre del servidor' }),
  domain: say({ en: 'Domain', es: 'Dominio' }),
  adapter: say({ en: 'Adapter to the Internet', es: 'Adaptador hacia Internet' }),
  dhcp: say({ en: 'Address given automatically', es: 'Dirección asignada automáticamente' }),
  addresses: say({ en: 'Addresses, with the length of the mask', es: 'Direcciones, con la longitud de la máscara' }),
  gateway: say({ en: 'Default gateway (router)', es: 'Puerta de enlace predeterminada (router)' }),
  dns: say({ en: 'DNS servers', es: 'Servidores DNS' }),
  'inside-addresses': say({ en: 'Addresses of the other adapters', es: 'Direcciones de los demás adaptadores' }),
  'public-address': say({
    en: 'Address by which the Internet sees the company',
    es: 'Dirección con la que Internet ve a la empresa',
  }),
  'dial-up': say({ en: 'Dial-up or PPPoE connections', es: 'Conexiones de acceso telefónico o PPPoE' }),
  'provider-user': say({ en: 'User name at the provider', es: 'Nombre de usuario en el proveedor' }),
  'provider-password-kept-by': say({
    en: 'Password at the provider: on paper, kept by',
    es: 'Contraseña en el proveedor: en papel, la guarda',
  }),
  'provider-phone': say({ en: 'Support line of the provider', es: 'Teléfono de asistencia del proveedor' }),
  proxy: same('Proxy'),
  'mail-domains': say({ en: 'Mail domains', es: 'Dominios de correo' }),
  'mail-delivery': say({
    en: 'How mail is delivered: the provider’s server (smart host), or DNS',
    es: 'Cómo se entrega el correo: el servidor del proveedor (smart host) o DNS',
  }),
  'mail-retrieval': say({
    en: 'Where mail is fetched from (POP3 or ETRN server)',
    es: 'De dónde se recoge el correo (servidor POP3 o ETRN)',
  }),
  certificates: say({ en: 'Certificates', es: 'Certificados' }),
} as const satisfies Record<string, Text>;

export type FieldId = keyof typeof fieldLabels;

export function isFieldId(value: string): value is FieldId {
  return Object.hasOwn(fieldLabels, value);
}

/** Names under which somebody would write a secret: these are refused, for what is in a case's log stays there. */
export function namesASecret(field: string): boolean {
  return !isFieldId(field) && /pass|pwd|contrase|clave|secret|\bpin\b|token/i.test(field);
}
