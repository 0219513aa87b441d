/** Here so that the app's own, in a folder above, is not found. */
export function register(): void {}
