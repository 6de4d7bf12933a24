package bg.telenor.identity.domain;

import static java.util.Objects.requireNonNull;

/**
 * A question that the register has taken and answers later.
 *
 * @param id the register's own number of it
 * @param verificationCode what the register wants to hear from whoever asks for the answer; masked,
 *     since it is half of what opens it
 */
public record RegisterCall(String id, String verificationCode) {

    public RegisterCall {
        requireNonNull(id, "id is null");
        requireNonNull(verificationCode, "verificationCode is null");
    }

    @Override
    public String toString() {
        return "RegisterCall(" + id + ")";
    }
}
