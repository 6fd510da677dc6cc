# What is in the image: Node 24 on Debian slim, shenbao's sources (run as they are, there is no build), its production packages.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# better-sqlite3 brings its binary; no install script needs to run.
RUN npm ci --omit=dev --ignore-scripts
# Left out: other systems' binaries and SQLite's sources, pdf.js for browsers, source maps.
RUN cd node_modules \
 && find better-sqlite3/prebuilds -mindepth 1 -maxdepth 1 ! -name "linux-$(node -p process.arch)*" -exec rm -rf {} + \
 && rm -rf better-sqlite3/deps better-sqlite3/src \
 && (cd pdfjs-dist && rm -rf build image_decoders types web) \
 && find . -name '*.map' -type f -delete

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="shenbao" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY migrations migrations
COPY src src
ENV NODE_ENV=production
# `--help` leaves compiled code of every command behind, so that `shenbao health` costs little each time; read-only when it runs.
RUN chmod 755 src/main.ts && ln -s /app/src/main.ts /usr/local/bin/shenbao \
 && shenbao --help >/dev/null \
 && mkdir data && chown node:node data
USER node
VOLUME /app/data
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s CMD ["shenbao", "health"]
# Node itself is process 1: it gets SIGTERM and ends within 15 seconds.
ENTRYPOINT ["node", "/app/src/main.ts"]
CMD ["run"]
