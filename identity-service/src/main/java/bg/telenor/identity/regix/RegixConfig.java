package bg.telenor.identity.regix;

import bg.telenor.kit.processing.Purpose;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How RegiX is reached and asked, and how its codes are read. */
@ConfigMapping(prefix = "suite.regix")
public interface RegixConfig {

    /** Scheme, host and port. */
    URI url();

    /** The register's own paths are known; a gateway's may be another. */
    Optional<String> path();

    /** Old installations have only the first. */
    @WithDefault("V2_BASIC")
    Entry entryPoint();

    /** The ways into RegiX. */
    enum Entry {
        /** SOAP 1.2 with WS-Addressing. */
        V1,
        /** SOAP 1.1. */
        V2_BASIC
    }

    @WithDefault("2S")
    Duration connectTimeout();

    /** Until the answer begins, connecting included. */
    @WithDefault("8S")
    Duration readTimeout();

    /** From the first byte of the connection to the last of the answer. */
    @WithDefault("10S")
    Duration deadline();

    /** The register's own limit is 25 MiB, for documents that we do not ask for. */
    @WithDefault("2M")
    MemorySize maxAnswer();

    /** What the operator's certificate is granted; the first that answers a question is used. */
    @WithDefault("BDS_V3,ERCH_V2")
    List<Operation> operations();

    /** What the register is told for each purpose that it may be asked for; no other is served. */
    Map<Purpose, Ground> grounds();

    Optional<String> administrationOid();

    Optional<String> administrationName();

    /** The statuses of a document that is good. */
    @WithDefault("ВАЛИДЕН")
    Set<String> validStatuses();

    /** The reasons of a status that say that the holder has died. */
    @WithDefault("ПОЧИНАЛО ЛИЦЕ")
    Set<String> deceasedReasons();

    /** Whether a residence permit is good only while one of the holder's statuses is. */
    @WithDefault("true")
    boolean residenceDecides();

    Signature signature();

    /** How many inquiries may wait for the register at once; the next is put off. */
    @WithDefault("256")
    int atOnce();

    /**
     * Whether the register is asked to answer at once or later; it may do the latter in any case.
     */
    @WithDefault("SYNCHRONOUS")
    Processing processing();

    /**
     * Where the register brings answers that come later, as it sees us; else they are looked for.
     */
    Optional<URI> callbackUrl();

    /** A part of the text of a fault that says that the register does not know a call any more. */
    @WithDefault("ServiceCallID")
    Set<String> forgottenFaults();

    Breaker breaker();

    /** How the register is asked to work on a question. */
    enum Processing {
        SYNCHRONOUS,
        ASYNCHRONOUS
    }

    /** When the register is taken for down, and is left alone for a while. */
    interface Breaker {

        /** Over how many inquiries, the newest, it is judged. */
        @WithDefault("20")
        int inquiries();

        /** The share of them without an answer, from 0 to 1, that is too much. */
        @WithDefault("0.5")
        double failures();

        /** How long it is left alone before one inquiry tries again. */
        @WithDefault("10S")
        Duration pause();
    }

    /**
     * What shows that an answer is the register's. Algorithms are named by the URIs of XML
     * signatures.
     */
    interface Signature {

        /** Without it an answer is believed for its TLS connection alone. */
        @WithDefault("true")
        boolean required();

        /** PEM: authorities that certify the register's signers, or the signers themselves. */
        Optional<Path> trust();

        /** The subjects of the signers, where an authority certifies others too; else any. */
        Optional<List<String>> signers();

        @WithDefault(
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256,"
                        + "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384,"
                        + "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512,"
                        + "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256,"
                        + "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384")
        Set<String> methods();

        @WithDefault(
                "http://www.w3.org/2001/04/xmlenc#sha256,"
                        + "http://www.w3.org/2001/04/xmldsig-more#sha384,"
                        + "http://www.w3.org/2001/04/xmlenc#sha512")
        Set<String> digests();

        @WithDefault(
                "http://www.w3.org/TR/2001/REC-xml-c14n-20010315,"
                        + "http://www.w3.org/2001/10/xml-exc-c14n#")
        Set<String> canonicalizations();

        @WithDefault(
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature,"
                        + "http://www.w3.org/TR/2001/REC-xml-c14n-20010315,"
                        + "http://www.w3.org/2001/10/xml-exc-c14n#")
        Set<String> transforms();

        /** Old answers were signed with RSA and SHA-1, which no longer shows anything. */
        @WithDefault("false")
        boolean rsaSha1();
    }

    /** Why the register is asked, in its call context. */
    interface Ground {

        @NotBlank
        String serviceType();

        @NotBlank
        String lawReason();
    }
}
