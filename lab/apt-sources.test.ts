import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debianMirror, parseAptSources } from './apt-sources.js';

const deb822 = `Types: deb
# a comment between
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb deb-src
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
`;

describe('parseAptSources', () => {
  const cases: [string, string, string[]][] = [
    ['one line', 'deb http://m.example/debian trixie main # note', ['http://m.example/debian trixie main']],
    [
      'options',
      'deb [signed-by=/k.gpg arch=amd64] https://m.example/d trixie main contrib',
      ['https://m.example/d trixie main,contrib'],
    ],
    ['sources only and comments', '# deb http://a b main\ndeb-src http://m.example/debian trixie main', []],
    [
      'deb822, disabled stanza left out',
      deb822,
      [
        'http://mirror.example/debian bookworm main,contrib',
        'http://mirror.example/debian bookworm-updates main,contrib',
        'http://mirror.example/debian-security bookworm-security main',
      ],
    ],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    expect(parseAptSources(text).map(s => `${s.uri} ${s.suite} ${s.components.join(',')}`)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => Array.isArray(parseAptSources(text))));
  });
});

describe('debianMirror', () => {
  it('finds archive and security by their suites', () => {
    expect(debianMirror(parseAptSources(deb822), 'bookworm')).toEqual({
      archive: 'http://mirror.example/debian',
      security: 'http://mirror.example/debian-security',
    });
  });
  it('says nothing when the release is not among the sources', () => {
    expect(debianMirror(parseAptSources(deb822), 'trixie')).toBeUndefined();
  });
});
