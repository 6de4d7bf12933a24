package bg.telenor.identity.domain;

/** In what capacity a person takes part in a case. */
public enum Role {
    USER,
    REPRESENTATIVE,
    CONTACT,
    GUARDIAN
}
