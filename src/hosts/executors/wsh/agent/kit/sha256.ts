/** The constants of FIPS 180-4, 4.2.2. */
// biome-ignore format: JScript takes a comma before the end of a list for one more element
const roundConstants = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2
];

/** SHA-256 of an ASCII text, in hexadecimal (FIPS 180-4). */
function sha256(text: string): string {
  // biome-ignore format: JScript takes a comma before the end of a list for one more element
  const state = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  ];
  const words = paddedWords(text);
  const w: number[] = [];
  for (let at = 0; at < words.length; at += 16) {
    for (let i = 0; i < 64; i++) w[i] = i < 16 ? words[at + i] : scheduled(w, i);
    compress(state, w);
  }
  let hex = '';
  for (let i = 0; i < 8; i++)
    for (let shift = 28; shift >= 0; shift -= 4) hex += hexDigits.charAt((state[i] >>> shift) & 15);
  return hex;
}

/** The text with its end mark and its length in bits. */
function paddedWords(text: string): number[] {
  const length = text.length;
  const words: number[] = [];
  const count = (((length + 8) >> 6) + 1) * 16;
  for (let i = 0; i < count; i++) words[i] = 0;
  for (let i = 0; i < length; i++) words[i >> 2] |= codeAt(text, i) << (24 - (i & 3) * 8);
  words[length >> 2] |= 0x80 << (24 - (length & 3) * 8);
  words[count - 2] = Math.floor(length / 0x20000000);
  words[count - 1] = length << 3;
  return words;
}

function scheduled(w: number[], i: number): number {
  const a = w[i - 15];
  const b = w[i - 2];
  const small0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
  const small1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
  return (w[i - 16] + small0 + w[i - 7] + small1) | 0;
}

function compress(state: number[], w: number[]): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + big1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i]) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const after = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = (state[i] + after[i]) | 0;
}
