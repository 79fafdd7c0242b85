import { say } from '../../i18n/text.js';

/** What became of things that were lost. Each goes on after the thing's name and a colon, and says what to look at. */
export const stopped = say({
  en: 'ran before and does not run now. Start it and read its log.',
  es: 'antes se ejecutaba y ahora no. Inícielo y revise su registro.',
});
export const serviceGone = say({
  en: 'the service is no longer there. Install the program again.',
  es: 'el servicio ya no existe. Vuelva a instalar el programa.',
});
export const startsNoMore = say({
  en: 'started by itself before; after the next restart it will not run.',
  es: 'antes se iniciaba solo; tras el próximo reinicio no se ejecutará.',
});
export const portClosed = say({
  en: 'nothing listens on this port any more. Find out which service did.',
  es: 'ya nada escucha en este puerto. Averigüe qué servicio lo hacía.',
});
export const portNarrower = say({
  en: 'no longer listens at one of its addresses, so that others do not reach it.',
  es: 'ya no escucha en una de sus direcciones, por lo que los demás no llegan a él.',
});
export const shareGone = say({
  en: 'is no longer shared. Share the folder again, with its permissions.',
  es: 'ya no está compartido. Vuelva a compartir la carpeta, con sus permisos.',
});
export const shareNotOffered = say({
  en: 'is configured and not offered. See whether its folder is there and the Server service runs.',
  es: 'está configurado, pero no se ofrece. Compruebe que existe la carpeta y que se ejecuta el servicio Servidor.',
});
export const shareMoved = say({
  en: 'leads to another folder than before.',
  es: 'lleva a una carpeta distinta de la de antes.',
});
export const logonShareGone = say({
  en: 'is no longer shared: logon scripts and group policies do not reach the computers of the domain.',
  es: 'ya no está compartido: los scripts de inicio de sesión y las directivas de grupo no llegan a los equipos del dominio.',
});
export const renamed = say({
  en: 'is another: computers that look for the server by its old name do not find it.',
  es: 'es otro: los equipos que buscan el servidor por su nombre anterior no lo encuentran.',
});
export const adapterGone = say({
  en: 'this network adapter is no longer there. See whether it has a driver, or another name.',
  es: 'este adaptador de red ya no está. Compruebe si le falta el controlador o si ha cambiado de nombre.',
});
export const addressGone = say({
  en: 'no adapter has this address any more.',
  es: 'ningún adaptador tiene ya esta dirección.',
});
export const gatewayGone = say({
  en: 'no adapter uses this gateway any more: the server may be without Internet.',
  es: 'ningún adaptador usa ya esta puerta de enlace: el servidor puede estar sin Internet.',
});
export const dnsServerGone = say({
  en: 'no adapter asks this DNS server any more.',
  es: 'ningún adaptador consulta ya este servidor DNS.',
});
export const linkDown = say({
  en: 'this network adapter is disabled or has no link.',
  es: 'este adaptador de red está deshabilitado o sin conexión.',
});
export const zoneGone = say({
  en: 'the DNS server no longer answers for this zone.',
  es: 'el servidor DNS ya no responde por esta zona.',
});
export const volumeGone = say({
  en: 'this volume is no longer there. See whether the disk has a driver, or another letter or place.',
  es: 'este volumen ya no está. Compruebe si al disco le falta el controlador o si ha cambiado de letra o de lugar.',
});
export const databaseGone = say({
  en: 'the instance is no longer there.',
  es: 'la instancia ya no existe.',
});
export const machineGone = say({
  en: 'the virtual machine is no longer registered.',
  es: 'la máquina virtual ya no está registrada.',
});
export const taskGone = say({
  en: 'the scheduled task is no longer there.',
  es: 'la tarea programada ya no existe.',
});
export const taskOff = say({
  en: 'the scheduled task is disabled now.',
  es: 'la tarea programada está ahora deshabilitada.',
});
export const certificateGone = say({
  en: 'the certificate is no longer there; what presented it cannot.',
  es: 'el certificado ya no está; quien lo presentaba no puede hacerlo.',
});
export const driverGone = say({
  en: 'the driver is no longer there. See whether its device works.',
  es: 'el controlador ya no está. Compruebe si funciona su dispositivo.',
});
export const driverStopped = say({
  en: 'the driver was loaded before and is not now. See whether its device works.',
  es: 'el controlador estaba cargado y ahora no. Compruebe si funciona su dispositivo.',
});
export const applicationGone = say({
  en: 'is no longer among the installed programs.',
  es: 'ya no figura entre los programas instalados.',
});
export const roleGone = say({
  en: 'the role or feature is no longer installed.',
  es: 'el rol o la característica ya no está instalado.',
});
export const unreadable = say({
  en: 'could be read before and cannot now: compare it by hand.',
  es: 'antes se pudo leer y ahora no: compárelo a mano.',
});
