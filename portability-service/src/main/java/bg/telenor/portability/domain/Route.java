package bg.telenor.portability.domain;

/** A routing number, 2 to 10 capital letters or digits; its values are the operators' to agree. */
public record Route(String value) {

    public Route {
        if (value == null || !value.matches("[A-Z0-9]{2,10}")) {
            throw new IllegalArgumentException("route must be 2 to 10 capital letters or digits");
        }
    }
}
