import type { DebianProfile } from '../profile.js';
import { bookwormPackages } from './debian-packages.js';

/** A real Debian 12 as small offices have it: patched by hand and by unattended-upgrades, with a vendor's package on top. */
export const debian: DebianProfile = {
  kind: 'debian',
  name: 'debian',
  title: 'Debian 12 (bookworm), a file server with packages of other makers',
  hostname: 'servidor',
  suite: 'bookworm',
  packages: bookwormPackages,
  held: ['rsync'],
  foreign: [
    {
      name: 'facturasur-agente',
      version: '2.4.1',
      maintainer: 'Informática del Sur S.L.L. <soporte@facturasur.example>',
      summary: 'Agente de facturación de FacturaSur',
      files: {
        'opt/facturasur/bin/agente': { content: '#!/bin/sh\nexec sleep infinity\n', mode: 0o755 },
        'etc/facturasur/agente.conf': { content: 'puerto=8417\nempresa=Muñoz e Hijos\n' },
        'lib/systemd/system/facturasur-agente.service': {
          content: `[Unit]
Description=FacturaSur: agente de facturación
After=network.target

[Service]
ExecStart=/opt/facturasur/bin/agente
Restart=on-failure
RestartSec=30

[Install]
WantedBy=multi-user.target
`,
        },
      },
      enable: ['facturasur-agente.service'],
    },
  ],
  files: {
    // The name cannot be resolved: what the file says is what is looked at.
    '/etc/apt/sources.list.d/facturasur.list':
      '# FacturaSur\ndeb [trusted=yes] https://apt.facturasur.example/debian bookworm main\n',
    '/etc/apt/apt.conf.d/20auto-upgrades':
      'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
    '/etc/default/locale': 'LANG=es_ES.UTF-8\n',
    '/etc/fstab':
      '# <file system> <mount point> <type> <options> <dump> <pass>\n/dev/sda1 / ext4 errors=remount-ro 0 1\n',
    '/srv/datos/Clientes/Muñoz & Asociados.txt': 'NIF B12345678\n',
  },
};
