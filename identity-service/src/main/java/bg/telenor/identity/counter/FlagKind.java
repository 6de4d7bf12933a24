package bg.telenor.identity.counter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why the privacy officer should look at what a clerk did; none of them shows a wrong by itself.
 */
@Schema(name = "ClerkFlagKind")
enum FlagKind {
    /** The same person again, for another case. */
    REPEATED,
    /** A person of the clerk's own family name. */
    OWN_NAME,
    /** A person who works for us. */
    COLLEAGUE,
    /** More persons than a clerk asks about in an hour or a day. */
    QUOTA
}
