package bg.telenor.kit.local;

import static bg.telenor.kit.local.SuiteService.CONSENT;
import static bg.telenor.kit.local.SuiteService.DEBT_CHECK;
import static bg.telenor.kit.local.SuiteService.IDENTITY;
import static bg.telenor.kit.local.SuiteService.PAY;
import static bg.telenor.kit.local.SuiteService.PORTABILITY;

import java.util.Locale;
import java.util.Set;

/** What a token may permit, and which services it is then for. */
public enum SuiteScope {
    REFERENCES_CREATE(IDENTITY),
    REFERENCES_READ(IDENTITY),
    REFERENCES_PHOTO(IDENTITY),
    CLERK_FLAGS_READ(IDENTITY),
    EMPLOYEES_WRITE(IDENTITY),
    KYC_MATCH(IDENTITY),
    DEBT_CHECKS_WRITE(DEBT_CHECK),
    DEBT_CHECKS_READ(DEBT_CHECK),
    DEBT_INQUIRIES(DEBT_CHECK),
    PORTINGS_WRITE(PORTABILITY),
    PORTINGS_READ(PORTABILITY),
    PARTNER_MESSAGES(PORTABILITY),
    NUMBER_PROTECTION(PORTABILITY),
    MY_NUMBERS(PORTABILITY),
    PORTING_DESK(PORTABILITY),
    NUMBER_LOOKUPS(PORTABILITY),
    NUMBER_HISTORIES_READ(PORTABILITY),
    NUMBER_RECYCLING(PORTABILITY),
    NUMBERING_PLAN_READ(PORTABILITY),
    NUMBERING_PLAN_WRITE(PORTABILITY),
    STORE_LINKS_WRITE(PAY),
    CARRIERS(PAY),
    PURCHASES_SEARCH(PAY),
    CONSENTS_WRITE(CONSENT),
    CONSENTS_READ(CONSENT),
    MY_DATA(CONSENT),
    RIGHTS_MANAGE(CONSENT),
    NOTICES_READ(CONSENT),
    BILLING(DEBT_CHECK, CONSENT);

    @SuppressWarnings("ImmutableEnumChecker") // it is a copy that nobody can change
    private final Set<SuiteService> audience;

    SuiteScope(SuiteService... audience) {
        this.audience = Set.of(audience);
    }

    public Set<SuiteService> audience() {
        return audience;
    }

    /** As it stands in a token, such as {@code debt-checks.write}. */
    public String scopeName() {
        if (this == KYC_MATCH) {
            // As CAMARA spells it.
            return "kyc-match:match";
        }
        if (this == NUMBER_RECYCLING) {
            return "number-recycling:check";
        }
        var name = name().toLowerCase(Locale.ROOT);
        for (var verb : Set.of("create", "read", "photo", "write", "search", "manage")) {
            if (name.endsWith("_" + verb)) {
                return name.substring(0, name.lastIndexOf('_')).replace('_', '-') + "." + verb;
            }
        }
        return name.replace('_', '-');
    }
}
