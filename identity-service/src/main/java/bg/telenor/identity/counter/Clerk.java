package bg.telenor.identity.counter;

import bg.telenor.events.identity.IdentityEvent.Shop;
import bg.telenor.identity.domain.FamilyNames;
import bg.telenor.kit.subject.SubjectRef;

/**
 * The employee at a counter, as the token says.
 *
 * @param own their own family names; empty where the token does not say
 */
public record Clerk(SubjectRef ref, String userName, Shop shop, FamilyNames own) {

    @Override
    public String toString() {
        return "Clerk(masked)";
    }
}
