// Generated from the files of this folder by `npm run generate`.
import type { Check } from '../model/check.js';

export const checks: readonly Check[] = [
];
