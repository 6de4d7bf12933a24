package bg.telenor.portability.domain;

/** What kind of contract the customer has with the donor. */
public enum ContractType {
    PREPAID,
    POSTPAID
}
