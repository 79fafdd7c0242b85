/** Ends a worker and what it runs, in a process of its own since the query for it can hang as well. */
function endWorker(folder: string, position: number): void {
  let id = 0;
  if (files.FileExists(place.process(folder, position))) id = parseInt(readLine(place.process(folder, position)), 10);
  if (!id) id = workerStartedAt(new Date(files.GetFile(place.ready(folder, position)).DateLastModified).getTime());
  if (id) endTree(id, 0);
  writeWhole(place.cleared(folder, position), '');
}
