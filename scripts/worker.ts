import "#worker/main.ts";
