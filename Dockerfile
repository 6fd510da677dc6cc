# What is in the image: Node 24 on Debian slim, shenbao's sources, its production packages, the bundle of both that runs (a thousand files take
# half a second to find and link, at each command), and what V8 compiled of it.
# With `--build-arg OCR=false` recognition of scans, and what it needs, is left out (62 MB less).
ARG OCR=true

FROM node:24-bookworm-slim AS packages
ARG OCR
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# better-sqlite3 brings its binary; no install script needs to run.
RUN npm ci --omit=dev --ignore-scripts
# Left out: other systems' binaries and SQLite's sources, pdf.js for browsers, source maps.
RUN cd node_modules \
 && find better-sqlite3/prebuilds -mindepth 1 -maxdepth 1 ! -name "linux-$(node -p process.arch)*" -exec rm -rf {} + \
 && rm -rf better-sqlite3/deps better-sqlite3/src \
 && (cd pdfjs-dist && rm -rf build image_decoders types web) \
 && if [ "$OCR" = true ]; \
    then find onnxruntime-node/bin -mindepth 3 -maxdepth 3 ! -path "*/linux/$(node -p process.arch)" -exec rm -rf {} +; \
    else rm -rf onnxruntime-node onnxruntime-common @gutenye; fi \
 && find . -name '*.map' -type f -delete

FROM node:24-bookworm-slim AS bundled
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY bundle bundle
COPY bin bin
COPY src src
RUN node bundle/make-bundle.ts

# Everything is run once, on an example: what V8 compiles stays in node_modules/.cache, all else of this stage is left behind. Without
# it each command, and each process that reads a document, would compile its sources anew, for the file system is read-only.
FROM node:24-bookworm-slim AS compiled
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY migrations migrations
COPY --from=bundled /app/build build
COPY src src
COPY config /warm/config
COPY test/support/warm-image.sh test/fixtures/forms/a.docx test/fixtures/forms/a.doc test/fixtures/forms/a.pdf /warm/
RUN mkdir node_modules/.cache && chown node node_modules/.cache
# As the user that the service runs as: Node keeps a cache for each.
USER node
RUN sh /warm/warm-image.sh

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="shenbao" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --chown=root:root --from=compiled /app/node_modules node_modules
COPY package.json LICENSE ./
COPY migrations migrations
COPY bin bin
COPY src src
COPY --from=bundled /app/build build
# Large mails go back to the system at once, and threads share their leftovers.
ARG OCR
ENV SHENBAO_LIMITS_OCR_ENABLED=$OCR
ENV NODE_ENV=production MALLOC_MMAP_THRESHOLD_=131072 MALLOC_ARENA_MAX=2
RUN chmod 755 build/shenbao.js && ln -s /app/build/shenbao.js /usr/local/bin/shenbao && mkdir data && chown node:node data
USER node
VOLUME /app/data
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s CMD ["shenbao", "health"]
# Node itself is process 1: it gets SIGTERM and ends within 15 seconds. The flag keeps what it holds between two mails small.
ENTRYPOINT ["node", "--max-semi-space-size=4", "--heap-growing-percent=100", "/app/build/shenbao.js"]
CMD ["run"]
