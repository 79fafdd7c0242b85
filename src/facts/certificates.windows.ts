import type { Answer } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { RegistryQuestion } from '../model/question.js';
import type { Certificates } from './certificates.js';
import { parseCertificateBlob } from './reading/certificate-blob.js';
import { couldNotRead } from './reading/why.js';
import { keysOf, subKeysOf, valueOf } from './reading/windows-answers.js';

/** The computer's own certificates: each a key named as its thumbprint with the certificate in the value Blob. */
function store(id: string, name: string) {
  return {
    id,
    kind: 'registry',
    key: `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\${name}\\Certificates`,
    depth: 1,
    values: ['Blob'],
  } as const satisfies RegistryQuestion;
}

const questions = {
  personal: store('registry-certificates-personal', 'MY'),
  webHosting: store('registry-certificates-web-hosting', 'WebHosting'),
  remoteDesktop: store('registry-certificates-remote-desktop', 'Remote Desktop'),
} as const;

const places: Readonly<Record<keyof typeof questions, string>> = {
  personal: 'LocalMachine\\MY',
  webHosting: 'LocalMachine\\WebHosting',
  remoteDesktop: 'LocalMachine\\Remote Desktop',
};

export const certificatesOnWindows = reader<Certificates, typeof questions>({
  questions,
  parse(answers) {
    // an absent key is a store that nobody used; one that may not be read is not known to be empty
    for (const name of ['personal', 'webHosting'] as const) {
      const answer: Answer = answers[name];
      if (!keysOf(answer) && answer.state !== 'missing') return couldNotRead(questions[name].key, answer);
    }
    const stores = Object.keys(questions) as (keyof typeof questions)[];
    return known({
      certificates: stores.flatMap(name =>
        subKeysOf(answers[name], questions[name].key).map(([thumbprint, values]) => {
          const blob = valueOf(values, 'Blob');
          const parsed = blob?.type === 'binary' ? parseCertificateBlob(blob.value) : undefined;
          return {
            // one that cannot be understood keeps its thumbprint as its name, so that it is not lost from the list
            subject: parsed?.subject ?? thumbprint,
            issuer: parsed?.issuer,
            notBefore: parsed?.notBefore,
            notAfter: parsed?.notAfter,
            place: places[name],
            thumbprint,
          };
        }),
      ),
    });
  },
});
