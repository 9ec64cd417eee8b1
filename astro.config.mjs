import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { astroConfig } from './src/build/rendering/config.ts';

// For `astro check` and editors. Commands give Astro the same with a root, a day and folders of their own.
const root = import.meta.dirname;
const cache = join(root, '.dafu/cache');
const { configFile, ...config } = astroConfig({ root, cache, today: '2026-01-01' }, join(cache, 'editor'));

export default defineConfig({ ...config, root });
