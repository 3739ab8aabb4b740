import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.JINGWEI_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
    base: '/portal/',
    plugins: [
        vue(),
        compression({
            include: /\.(js|css|html|svg)$/,
            threshold: 512,
            algorithms: [
                defineAlgorithm('gzip', { level: 9 }),
                defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
            ],
        }),
    ],
    resolve: { alias: { '@': here('./src') } },
    define: {
        __VUE_OPTIONS_API__: false,
        __VUE_I18N_FULL_INSTALL__: false,
        __VUE_I18N_LEGACY_API__: false,
        __INTLIFY_JIT_COMPILATION__: true,
        __INTLIFY_DROP_MESSAGE_COMPILER__: false,
        __INTLIFY_PROD_DEVTOOLS__: false,
    },
    build: {
        outDir: here('../../dist/portal'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        // Older telephones too.
        target: 'es2020',
    },
    server: { host: '127.0.0.1', proxy: { '/api': server } },
});
