/** Through CSSOM, because a page's Content-Security-Policy allows that and forbids style attributes. */
export function setStyles(element: HTMLElement, styles: Record<string, string>): void {
  for (const [property, value] of Object.entries(styles))
    element.style.setProperty(property, value, "important");
}
