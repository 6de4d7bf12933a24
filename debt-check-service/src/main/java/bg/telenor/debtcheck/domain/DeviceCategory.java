package bg.telenor.debtcheck.domain;

/** What is provided with the contract; a contract without a device gives no ground for a check. */
public enum DeviceCategory {
    SMARTPHONE,
    TABLET,
    LAPTOP,
    WEARABLE,
    OTHER
}
