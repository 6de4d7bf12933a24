package bg.telenor.kit.processing;

/** A kind of kept record. Each has a keeper in exactly one service. */
public enum RecordType {
    IDENTITY_REFERENCE,
    IDENTITY_PHOTO,
    CLERK_FLAG,
    DEBT_CHECK,
    DEBT_INQUIRY,
    OBLIGATION,
    PORTING,
    PORT_LOCK,
    STORE_LINK,
    PURCHASE,
    CONSENT,
    HOLDING,
    NOTICE,
    RIGHTS_REQUEST,
    RIGHTS_ARCHIVE
}
