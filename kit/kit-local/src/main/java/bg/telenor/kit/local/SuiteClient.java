package bg.telenor.kit.local;

import static bg.telenor.kit.local.SuiteScope.BILLING;
import static bg.telenor.kit.local.SuiteScope.CARRIERS;
import static bg.telenor.kit.local.SuiteScope.CLERK_FLAGS_READ;
import static bg.telenor.kit.local.SuiteScope.CONSENTS_READ;
import static bg.telenor.kit.local.SuiteScope.CONSENTS_WRITE;
import static bg.telenor.kit.local.SuiteScope.DEBT_CHECKS_READ;
import static bg.telenor.kit.local.SuiteScope.DEBT_CHECKS_WRITE;
import static bg.telenor.kit.local.SuiteScope.DEBT_INQUIRIES;
import static bg.telenor.kit.local.SuiteScope.EMPLOYEES_WRITE;
import static bg.telenor.kit.local.SuiteScope.KYC_MATCH;
import static bg.telenor.kit.local.SuiteScope.MY_DATA;
import static bg.telenor.kit.local.SuiteScope.MY_NUMBERS;
import static bg.telenor.kit.local.SuiteScope.NOTICES_READ;
import static bg.telenor.kit.local.SuiteScope.NUMBERING_PLAN_READ;
import static bg.telenor.kit.local.SuiteScope.NUMBERING_PLAN_WRITE;
import static bg.telenor.kit.local.SuiteScope.NUMBER_HISTORIES_READ;
import static bg.telenor.kit.local.SuiteScope.NUMBER_LOOKUPS;
import static bg.telenor.kit.local.SuiteScope.NUMBER_PROTECTION;
import static bg.telenor.kit.local.SuiteScope.NUMBER_RECYCLING;
import static bg.telenor.kit.local.SuiteScope.PARTNER_MESSAGES;
import static bg.telenor.kit.local.SuiteScope.PORTINGS_READ;
import static bg.telenor.kit.local.SuiteScope.PORTINGS_WRITE;
import static bg.telenor.kit.local.SuiteScope.PORTING_DESK;
import static bg.telenor.kit.local.SuiteScope.PURCHASES_SEARCH;
import static bg.telenor.kit.local.SuiteScope.REFERENCES_CREATE;
import static bg.telenor.kit.local.SuiteScope.REFERENCES_PHOTO;
import static bg.telenor.kit.local.SuiteScope.REFERENCES_READ;
import static bg.telenor.kit.local.SuiteScope.RIGHTS_MANAGE;
import static bg.telenor.kit.local.SuiteScope.STORE_LINKS_WRITE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The OAuth clients, and what each may ask for. */
public enum SuiteClient {
    SHOP(
            REFERENCES_CREATE,
            REFERENCES_READ,
            REFERENCES_PHOTO,
            DEBT_CHECKS_WRITE,
            DEBT_CHECKS_READ,
            PORTINGS_WRITE,
            PORTINGS_READ,
            NUMBER_PROTECTION,
            PORTING_DESK,
            NUMBER_LOOKUPS,
            STORE_LINKS_WRITE,
            PURCHASES_SEARCH,
            CONSENTS_WRITE,
            CONSENTS_READ,
            RIGHTS_MANAGE,
            CLERK_FLAGS_READ),
    HR(EMPLOYEES_WRITE),
    BILLING_SYSTEM(BILLING),
    NOTIFIER(NOTICES_READ),
    A1(DEBT_INQUIRIES, PARTNER_MESSAGES),
    VIVACOM(DEBT_INQUIRIES, PARTNER_MESSAGES),
    GOOGLE_PLAY(CARRIERS),
    KYC_PARTNER(KYC_MATCH, NUMBER_RECYCLING),
    NUMBERING(NUMBERING_PLAN_READ, NUMBERING_PLAN_WRITE, NUMBER_HISTORIES_READ, NUMBER_LOOKUPS),
    MY_DATA_PAGE(MY_DATA, MY_NUMBERS);

    @SuppressWarnings("ImmutableEnumChecker") // it is a copy that nobody can change
    private final List<SuiteScope> scopes;

    SuiteClient(SuiteScope... scopes) {
        this.scopes = List.of(scopes);
    }

    /** Its client id. */
    public String clientId() {
        return switch (this) {
            case BILLING_SYSTEM -> "billing";
            case MY_DATA_PAGE -> "my-data";
            case SHOP, HR, NOTIFIER, A1, VIVACOM, GOOGLE_PLAY, KYC_PARTNER, NUMBERING ->
                    name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    public List<SuiteScope> scopes() {
        return scopes;
    }

    /** Whether it proves itself by a key of its own; the page is the person's, who has none. */
    public boolean hasKey() {
        return this != MY_DATA_PAGE;
    }

    /**
     * @throws IllegalArgumentException when no client has this id
     */
    public static SuiteClient of(String clientId) {
        return Arrays.stream(values())
                .filter(client -> client.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no client " + clientId));
    }
}
