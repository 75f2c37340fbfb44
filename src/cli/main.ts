#!/usr/bin/env node
import { contentCheck } from "./content-check.js";
const r = contentCheck(process.cwd(), new Date().toISOString().slice(0, 10));
console.log(r.text);
process.exit(r.ok ? 0 : 1);
