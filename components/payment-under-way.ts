/** A payment of this tab ends with words of its own: what is told of its order meanwhile would only come twice. */
let underWay = false;

export function setPaymentUnderWay(isUnderWay: boolean): void {
  underWay = isUnderWay;
}

export function isPaymentUnderWay(): boolean {
  return underWay;
}
