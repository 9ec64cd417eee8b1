/*
 * Stands before Pagefind's own worker. Pagefind goes on where a file of the index could not be loaded, and says that nothing
 * contains the query: here a file is asked for twice, and if it cannot be had, the worker ends, which whoever asked is told.
 */
const loadFile = self.fetch.bind(self);
const PAUSE = 400;
self.fetch = async (address) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await loadFile(address, attempt === 1 ? {} : { cache: 'reload' });
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      return new Response(await response.arrayBuffer());
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
