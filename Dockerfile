# Runs the bot in Discord; the README says how, under "Run it in a container".

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY commands commands
RUN npm run build

FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# `imports` of package.json says where the compiled code finds the tables of word meanings.
COPY package.json ./
COPY src/text/english-meaning src/text/english-meaning
COPY knowledge knowledge
# The store: a volume of its own keeps it over updates.
RUN mkdir data && chown node data
VOLUME data
USER node
# Not `npm start`: npm would build again, and stand between the bot and its SIGTERM.
CMD ["node", "dist/src/main.js"]
