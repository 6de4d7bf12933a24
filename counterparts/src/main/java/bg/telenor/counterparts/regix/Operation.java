package bg.telenor.counterparts.regix;

import java.util.Arrays;
import java.util.Optional;

/** What the register can be asked, by its full name. */
public enum Operation {
    BDS_V1(Registry.BDS, 1),
    BDS_V2(Registry.BDS, 2),
    BDS_V3(Registry.BDS, 3),
    ERCH_V1(Registry.ERCH, 1),
    ERCH_V2(Registry.ERCH, 2);

    /** The registers behind, with the names of their messages. */
    enum Registry {
        BDS(
                "TechnoLogica.RegiX.MVRBDSAdapter.APIService.IMVRBDSAPI.GetPersonalIdentity",
                "http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoRequest",
                "PersonalIdentityInfoRequest",
                "http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoResponse",
                "PersonalIdentityInfoResponse"),
        // The double slash in the response's namespace is the real one's.
        ERCH(
                "TechnoLogica.RegiX.MVRERChAdapter.APIService.IMVRERChAPI.GetForeignIdentity",
                "http://egov.bg/RegiX/MVR/RCH/ForeignIdentityInfoRequest",
                "ForeignIdentityInfoRequest",
                "http://egov.bg/RegiX/MVR/RCH//ForeignIdentityInfoResponse",
                "ForeignIdentityInfoResponse");

        final String operation;
        final String requestNamespace;
        final String requestName;
        final String responseNamespace;
        final String responseName;

        Registry(
                String operation,
                String requestNamespace,
                String requestName,
                String responseNamespace,
                String responseName) {
            this.operation = operation;
            this.requestNamespace = requestNamespace;
            this.requestName = requestName;
            this.responseNamespace = responseNamespace;
            this.responseName = responseName;
        }
    }

    final Registry registry;
    final int version;

    Operation(Registry registry, int version) {
        this.registry = registry;
        this.version = version;
    }

    static Optional<Operation> named(String name) {
        return Arrays.stream(values()).filter(known -> known.fullName().equals(name)).findFirst();
    }

    String fullName() {
        return registry.operation + (version == 1 ? "" : "V" + version);
    }
}
