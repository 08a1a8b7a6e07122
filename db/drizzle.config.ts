import { defineConfig } from 'drizzle-kit'

/** drizzle-kit writes raw SQL and its own bookkeeping here; `npm run db:generate` makes a reviewed migration of it. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/index.ts', out: './db/migrations/drizzle' })
