package bg.telenor.counterparts.regix;

/** How large the photos in answers are. */
public enum PhotoSize {
    /** About 1 KB: enough where nobody looks at them. */
    SMALL,
    /** About 60 KB, as the register's own. */
    LARGE
}
