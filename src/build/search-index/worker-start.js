/*
 * Stands before Pagefind's own worker. Pagefind goes on where a file of the index could not be loaded or read, and says that nothing
 * contains the query: here a file is unpacked, which tells whether it is whole, and asked for twice; if it cannot be had, the worker ends,
 * which whoever asked is told.
 */
const loadFile = self.fetch.bind(self);
const PAUSE = 400;

/** How gzip begins, and what stands before all that Pagefind packs: it takes what begins so as unpacked. */
const GZIP = [0x1f, 0x8b];
const MARK = new TextEncoder().encode('pagefind_dcd');

const beginsWith = (bytes, beginning) => beginning.every((byte, place) => bytes[place] === byte);

async function readFile(address, options) {
  const response = await loadFile(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (/\.json(?:\?|$)/.test(address)) return bytes;
  const isPacked = beginsWith(bytes, GZIP);
  // Browsers before 2023 leave unpacking to Pagefind.
  if (isPacked && !('DecompressionStream' in self)) return bytes;
  const unpacked = isPacked
    ? new Uint8Array(
        await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
      )
    : bytes;
  if (!beginsWith(unpacked, MARK)) throw new Error(`Damaged: ${address}`);
  return unpacked;
}

self.fetch = async (address) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return new Response(await readFile(address, attempt === 1 ? {} : { cache: 'reload' }));
    } catch (error) {
      if (attempt === 2) {
        setTimeout(() => {
          throw error;
        });
        return new Promise(() => {});
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
};
