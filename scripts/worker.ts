await import("#worker/main.ts");
