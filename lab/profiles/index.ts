import type { Profile } from '../profile.js';
import { debian } from './debian.js';
import { debianSystemd } from './debian-systemd.js';
import { sbs2000es } from './sbs2000-es.js';
import { sbs2003 } from './sbs2003.js';
import { ws2019 } from './ws2019.js';

/** Every profile; a new one is a file beside these and a word here. */
export const profiles: readonly Profile[] = [sbs2000es, sbs2003, ws2019, debian, debianSystemd];
