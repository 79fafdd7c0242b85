/** The answer to `apt-origins`. Begins as recorded on Debian 12; the other archives are composed in the same form. */
export const debianOrigins = `R ftp.es.debian.org_debian-security_dists_bookworm-security_ Origin: Debian
R ftp.es.debian.org_debian-security_dists_bookworm-security_ Label: Debian-Security
R ftp.es.debian.org_debian-security_dists_bookworm-security_ Suite: oldstable-security
R ftp.es.debian.org_debian-security_dists_bookworm-security_ Codename: bookworm-security
R ftp.es.debian.org_debian-security_dists_bookworm-security_ Date: Sat, 21 Nov 2026 00:53:02 UTC
R ftp.es.debian.org_debian_dists_bookworm_ Origin: Debian
R ftp.es.debian.org_debian_dists_bookworm_ Label: Debian
R ftp.es.debian.org_debian_dists_bookworm_ Suite: oldstable
R ftp.es.debian.org_debian_dists_bookworm_ Codename: bookworm
R deb.nodesource.com_node%5f20.x_dists_nodistro_ Origin: . nodistro
A 1 ftp.es.debian.org_debian_dists_bookworm_ http://ftp.es.debian.org/debian bookworm/main
U base-files 12.4+deb12u15 1
A 2 ftp.es.debian.org_debian-security_dists_bookworm-security_ http://ftp.es.debian.org/debian-security bookworm-security/main
U zip 3.0-13+deb12u1 2 1
A 3 deb.nodesource.com_node%5f20.x_dists_nodistro_ https://me:secret@deb.nodesource.com/node_20.x nodistro/main
F nodejs 3
O google-cloud-cli
N 827
`;
