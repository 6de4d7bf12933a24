package bg.telenor.kit.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A development authority and a certificate of it for everyone who speaks mutual TLS on this
 * machine; and an authority of the register's own, with the certificate that it signs its answers
 * with. What is there and lasts is left alone, so that running parts keep trusting each other.
 */
public final class LocalTls {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration LEAF_LIFE = Duration.ofDays(365);
    private static final int RSA_BITS = 2048;
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final String AUTHORITY = "ca";
    private static final String REGISTER_AUTHORITY = "regix-signature-ca";
    private static final String REGISTER_SIGNER = "regix-signature";

    private static final List<String> COUNTERPARTS =
            List.of("regix", "a1", "vivacom", "google", "billing", "notifier");

    private record Issuer(X509Certificate certificate, PrivateKey key) {}

    private final Path folder;
    private final Instant now;

    private LocalTls(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /**
     * Writes {@code ca.pem}, {@code <name>.pem} with {@code <name>.key} for all, and more; and
     * {@code regix-signature-ca.pem} and {@code regix-signature.pem} with their keys.
     */
    public static void write(Path folder, Instant now, String... moreNames) {
        var services = Stream.of(SuiteService.values()).map(SuiteService::serviceName);
        var names =
                Stream.of(services, COUNTERPARTS.stream(), Stream.of(moreNames))
                        .flatMap(all -> all)
                        .distinct()
                        .toList();
        try {
            new LocalTls(folder, now).write(names);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("certificates cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> names)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var renewed = !lasts(AUTHORITY);
        var authority =
                renewed
                        ? makeAuthority(AUTHORITY, "CN=Suite development authority")
                        : readAuthority(AUTHORITY);
        for (var name : names) {
            if (renewed || !lasts(name)) {
                makeLeaf(name, authority);
            }
        }
        writeRegister();
    }

    /** The register signs with RSA, as the real one does. */
    private void writeRegister()
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var renewed = !lasts(REGISTER_AUTHORITY);
        var authority =
                renewed
                        ? makeAuthority(REGISTER_AUTHORITY, "CN=Register development authority")
                        : readAuthority(REGISTER_AUTHORITY);
        if (renewed || !lasts(REGISTER_SIGNER)) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            var pair = generator.generateKeyPair();
            var subject = new X500Name("C=BG,O=Register stand-in,CN=" + REGISTER_SIGNER);
            var use = new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
            var certificate = leaf(authority, subject, pair, use);
            store(REGISTER_SIGNER, pair.getPrivate(), sign(certificate, authority.key()));
        }
    }

    private Issuer makeAuthority(String file, String subject)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var pair = newPair();
        var name = new X500Name(subject);
        var certificate = builder(name, name, pair, AUTHORITY_LIFE);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        var made = new Issuer(sign(certificate, pair.getPrivate()), pair.getPrivate());
        store(file, pair.getPrivate(), made.certificate());
        return made;
    }

    private Issuer readAuthority(String file) throws GeneralSecurityException, IOException {
        var pem = Files.readString(folder.resolve(file + ".key"), StandardCharsets.US_ASCII);
        var encoded = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
        return new Issuer(certificate(file), KeyFactory.getInstance("EC").generatePrivate(spec));
    }

    private void makeLeaf(String name, Issuer authority)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var pair = newPair();
        var use = new KeyUsage(KeyUsage.digitalSignature);
        var certificate = leaf(authority, new X500Name("CN=" + name), pair, use);
        certificate.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                        new KeyPurposeId[] {
                            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                        }));
        certificate.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                        new GeneralName[] {
                            new GeneralName(GeneralName.dNSName, "localhost"),
                            new GeneralName(GeneralName.dNSName, name),
                            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                        }));
        store(name, pair.getPrivate(), sign(certificate, authority.key()));
    }

    private X509v3CertificateBuilder leaf(
            Issuer authority, X500Name subject, KeyPair pair, KeyUsage use)
            throws GeneralSecurityException, CertIOException {
        var issuer = new X500Name(authority.certificate().getSubjectX500Principal().getName());
        var certificate = builder(issuer, subject, pair, LEAF_LIFE);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, use);
        return certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
    }

    private X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Duration life)
            throws GeneralSecurityException, CertIOException {
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(120, new SecureRandom()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(life)),
                        subject,
                        pair.getPublic());
        return builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    }

    private void store(String name, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException {
        // The key first: a certificate without its key would be taken for whole.
        PrivateFiles.write(folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded()));
        PrivateFiles.write(
                folder.resolve(name + ".pem"), pem("CERTIFICATE", certificate.getEncoded()));
    }

    private boolean lasts(String name) throws GeneralSecurityException, IOException {
        return Files.exists(folder.resolve(name + ".pem"))
                && Files.exists(folder.resolve(name + ".key"))
                && certificate(name).getNotAfter().toInstant().isAfter(now.plus(RENEW_BEFORE));
    }

    private X509Certificate certificate(String name) throws GeneralSecurityException, IOException {
        var pem = Files.readAllBytes(folder.resolve(name + ".pem"));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem));
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String type, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }
}
