import { X509Certificate } from 'node:crypto';

/** Identifier of the element that holds the certificate itself in a serialised certificate (MS-GPEF, "Certificate BLOB"). */
const certificateProperty = 0x20;

export interface ParsedCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** ISO times. */
  readonly notBefore: string | undefined;
  readonly notAfter: string | undefined;
}

/**
 * The certificate in the registry value `Blob`: elements of property id, encoding (both 32 bits, little endian), length and data.
 *
 * @returns undefined when no certificate is in it or it cannot be understood
 */
export function parseCertificateBlob(hex: string): ParsedCertificate | undefined {
  const der = certificateIn(Buffer.from(hex, 'hex'));
  if (!der) return undefined;
  try {
    const certificate = new X509Certificate(der);
    return {
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      notBefore: isoTime(certificate.validFrom),
      notAfter: isoTime(certificate.validTo),
    };
  } catch {
    // damaged, or of a kind that OpenSSL refuses
    return undefined;
  }
}

function certificateIn(blob: Buffer): Buffer | undefined {
  for (let at = 0; at + 12 <= blob.length; ) {
    const length = blob.readUInt32LE(at + 8);
    const end = at + 12 + length;
    if (end > blob.length) return undefined;
    if (blob.readUInt32LE(at) === certificateProperty) return blob.subarray(at + 12, end);
    at = end;
  }
  return undefined;
}

/** Node writes one part a line, OpenSSL's escapes for what is not ASCII included. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

function isoTime(text: string): string | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
