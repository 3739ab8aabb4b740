import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
    plugins: [vue()],
    resolve: { alias: { '@': fileURLToPath(new URL('./apps/desk/src', import.meta.url)) } },
    test: { environment: 'happy-dom', include: ['{packages,apps}/**/*.test.ts'], testTimeout: 10_000 },
});
