package bg.telenor.identity.regix;

import bg.telenor.identity.domain.Doubt;
import bg.telenor.identity.regix.AnswerSignatures.Doubtful;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * Who may sign answers: whom the authorities of a file have certified, or whose own certificate is
 * there; and of those, where names are configured, only the named. The file is read again when it
 * has changed. A signer who is trusted is trusted for a minute. Revocation is not looked up: a
 * signer is withdrawn by changing file or names.
 */
final class SignerTrust {

    private static final int MOST_CERTIFICATES = 5;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int NO_AUTHORITY = -1;

    /** For so long a signer that was found trustworthy is not looked into again. */
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private static final int HELD_AT_MOST = 16;

    private final Cache<List<String>, X509Certificate> held =
            Caffeine.newBuilder().expireAfterWrite(HOLDS).maximumSize(HELD_AT_MOST).build();

    private final Path file;
    private final Set<X500Principal> names;
    private final Clock clock;
    private FileTime changed;
    private List<X509Certificate> trusted;

    SignerTrust(RegixConfig.Signature config, Clock clock) {
        this.file =
                config.trust()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "suite.regix.signature.trust is missing"));
        this.names =
                config.signers().orElse(List.of()).stream()
                        .map(X500Principal::new)
                        .collect(Collectors.toSet());
        this.clock = clock;
        try {
            read(Files.getLastModifiedTime(file));
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("suite.regix.signature.trust is not usable", e);
        }
    }

    /**
     * The signer among the certificates that came with a signature, if it is to be trusted now.
     *
     * @param presented in Base64, in any order
     */
    X509Certificate signer(List<String> presented) throws Doubtful {
        if (presented.isEmpty() || presented.size() > MOST_CERTIFICATES) {
            throw new Doubtful(Doubt.SIGNER);
        }
        try {
            var known = trusted();
            var signer = held.getIfPresent(presented);
            if (signer == null) {
                signer = trusted(presented, known);
                held.put(List.copyOf(presented), signer);
            }
            signer.checkValidity(Date.from(clock.instant()));
            return signer;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Doubtful(Doubt.SIGNER);
        }
    }

    private X509Certificate trusted(List<String> presented, List<X509Certificate> known)
            throws GeneralSecurityException, Doubtful {
        var certificates = parsed(presented);
        var signer = theOneThatSigns(certificates);
        if (!mayTrust(signer)) {
            throw new Doubtful(Doubt.SIGNER);
        }
        if (!known.contains(signer)) {
            checkPath(signer, certificates, known);
        }
        return signer;
    }

    private static List<X509Certificate> parsed(List<String> presented)
            throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var certificates = new ArrayList<X509Certificate>();
        for (var text : presented) {
            var encoded = new ByteArrayInputStream(Base64.getMimeDecoder().decode(text));
            certificates.add((X509Certificate) factory.generateCertificate(encoded));
        }
        return certificates;
    }

    /** Its authorities may come along. */
    private static X509Certificate theOneThatSigns(List<X509Certificate> certificates)
            throws Doubtful {
        if (certificates.size() == 1) {
            return certificates.getFirst();
        }
        var signers =
                certificates.stream()
                        .filter(one -> one.getBasicConstraints() == NO_AUTHORITY)
                        .distinct()
                        .toList();
        if (signers.size() != 1) {
            throw new Doubtful(Doubt.SIGNER);
        }
        return signers.getFirst();
    }

    private boolean mayTrust(X509Certificate signer) {
        var usage = signer.getKeyUsage();
        boolean forSigning = usage == null || usage[0] || usage[1];
        boolean strong =
                !(signer.getPublicKey() instanceof RSAKey rsa)
                        || rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
        boolean named = names.isEmpty() || names.contains(signer.getSubjectX500Principal());
        return forSigning && strong && named;
    }

    private void checkPath(
            X509Certificate signer, List<X509Certificate> others, List<X509Certificate> known)
            throws GeneralSecurityException {
        var authorities =
                known.stream()
                        .filter(one -> one.getBasicConstraints() != NO_AUTHORITY)
                        .map(one -> new TrustAnchor(one, null))
                        .collect(Collectors.toSet());
        var target = new X509CertSelector();
        target.setCertificate(signer);
        var parameters = new PKIXBuilderParameters(authorities, target);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    /** A file that is being replaced, or is broken, does not take away the trust there is. */
    private synchronized List<X509Certificate> trusted() {
        try {
            var now = Files.getLastModifiedTime(file);
            if (!now.equals(changed)) {
                read(now);
            }
        } catch (IOException | CertificateException e) {
            Log.errorf("suite.regix.signature.trust is not usable: %s", e.getClass());
        }
        return trusted;
    }

    private void read(FileTime now) throws IOException, CertificateException {
        var pem = new ByteArrayInputStream(Files.readAllBytes(file));
        var certificates =
                CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        trusted = certificates;
        held.invalidateAll();
        changed = now;
    }
}
