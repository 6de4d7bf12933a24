package bg.telenor.identity.domain;

/** In what capacity a person takes part in a case. */
public enum Role {
    USER,
    REPRESENTATIVE,
    CONTACT,
    GUARDIAN;

    /** Whether it is for somebody else that the person acts, which a minor never may. */
    public boolean actsForAnother() {
        return switch (this) {
            case USER, CONTACT -> false;
            case REPRESENTATIVE, GUARDIAN -> true;
        };
    }
}
