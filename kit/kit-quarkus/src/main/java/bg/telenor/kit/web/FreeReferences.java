package bg.telenor.kit.web;

/** Looks for what must not stand in a reference that a caller may choose freely. */
public final class FreeReferences {

    private FreeReferences() {}

    /**
     * Whether the text holds a valid EGN or LNCh, or a Bulgarian phone number. UUIDs in it do not
     * count: their digits are random.
     */
    public static boolean holdsIdentifier(String text) {
        throw new UnsupportedOperationException();
    }
}
