package bg.telenor.identity.regix;

import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import java.util.List;
import java.util.Optional;

/** What the register can be asked. Versions of an operation share their messages' namespaces. */
public enum Operation {
    BDS_V1(Register.BDS, 1),
    BDS_V2(Register.BDS, 2),
    BDS_V3(Register.BDS, 3),
    ERCH_V1(Register.ERCH, 1),
    ERCH_V2(Register.ERCH, 2);

    /** The registers behind RegiX. */
    public enum Register {
        /** Identity documents of citizens. */
        BDS(
                "TechnoLogica.RegiX.MVRBDSAdapter.APIService.IMVRBDSAPI.GetPersonalIdentity",
                "http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoRequest",
                "PersonalIdentityInfo"),
        /** The register of foreigners. */
        ERCH(
                "TechnoLogica.RegiX.MVRERChAdapter.APIService.IMVRERChAPI.GetForeignIdentity",
                "http://egov.bg/RegiX/MVR/RCH/ForeignIdentityInfoRequest",
                "ForeignIdentityInfo");

        private final String operation;
        private final String namespace;
        private final String message;

        Register(String operation, String namespace, String message) {
            this.operation = operation;
            this.namespace = namespace;
            this.message = message;
        }

        /** The namespace of what it is asked with. */
        String requestNamespace() {
            return namespace;
        }

        String requestName() {
            return message + "Request";
        }

        /** Names the root of its answers, in whichever namespace. */
        String responseName() {
            return message + "Response";
        }
    }

    private final Register register;
    private final int version;

    Operation(Register register, int version) {
        this.register = register;
        this.version = version;
    }

    /** The first of the granted ones that answers for such a person and document, if any does. */
    public static Optional<Operation> of(
            List<Operation> granted, PersonalNumber number, DocumentKind kind) {
        return granted.stream().filter(one -> one.answers(number, kind)).findFirst();
    }

    public Register register() {
        return register;
    }

    /** As the register knows it. */
    String fullName() {
        return register.operation + (version == 1 ? "" : "V" + version);
    }

    /** Citizens have an EGN; foreigners have either number. */
    private boolean answers(PersonalNumber number, DocumentKind kind) {
        return switch (kind) {
            case IDENTITY_CARD ->
                    switch (number) {
                        case Egn egn -> register == Register.BDS;
                        case Lnch lnch -> false;
                    };
            case RESIDENCE_PERMIT, TRAVEL_DOCUMENT -> register == Register.ERCH;
        };
    }
}
