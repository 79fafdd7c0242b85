/** The constants of FIPS 180-4, 4.2.2. */
const roundConstants = numbersIn(
  '428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 ' +
    'd807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174 ' +
    'e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da ' +
    '983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 ' +
    '27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 ' +
    'a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 ' +
    '19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 ' +
    '748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2',
);

/** A list that ends in a comma, as formatters write long ones, has one more member in old script engines: so they are words. */
function numbersIn(words: string): number[] {
  const parts = words.split(' ');
  const numbers: number[] = [];
  for (let i = 0; i < parts.length; i++) numbers[i] = parseInt(parts[i], 16) | 0;
  return numbers;
}

/** SHA-256 of an ASCII text, in hexadecimal (FIPS 180-4). */
function sha256(text: string): string {
  const state = numbersIn('6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19');
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
