package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.TlsFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Signs answers as the register does: a XAdES signature over {@code #data}, beside the data. It
 * signs as {@code regix-signature}; somebody else signs as {@code regix}, whose certificate is for
 * TLS and of another authority.
 */
public final class AnswerSigner {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

    private record Signer(PrivateKey key, X509Certificate certificate) {

        static Signer named(String name, TlsFolder tls) {
            return new Signer(tls.privateKey(name), tls.certificate(name));
        }

        String method(Signing how) {
            if (how == Signing.SHA1) {
                return SignatureMethod.RSA_SHA1;
            }
            return "EC".equals(key.getAlgorithm())
                    ? SignatureMethod.ECDSA_SHA256
                    : SignatureMethod.RSA_SHA256;
        }
    }

    private final Signer register;
    private final Signer stranger;
    private final KnownSignatures known = new KnownSignatures();

    public AnswerSigner(TlsFolder tls) {
        register = Signer.named("regix-signature", tls);
        stranger = Signer.named("regix", tls);
    }

    /** The answer, signed; one without data has nothing to sign and stays as it is. */
    public byte[] sign(byte[] answer, Signing how) {
        return how == Signing.GOOD
                ? known.sign(answer).orElseGet(() -> signAnew(answer, how))
                : signAnew(answer, how);
    }

    private byte[] signAnew(byte[] answer, Signing how) {
        try {
            var document =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(answer));
            var data = document.getElementsByTagNameNS("*", "Data").item(0);
            if (data == null || how == Signing.MISSING) {
                return answer;
            }
            sign((Element) data, how);
            var signed = bytes(document);
            if (how == Signing.GOOD) {
                known.remember(answer, signed);
            }
            return signed;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("the answer is not XML", e);
        } catch (GeneralSecurityException
                | MarshalException
                | XMLSignatureException
                | TransformerException e) {
            throw new IllegalStateException("the answer cannot be signed", e);
        }
    }

    private void sign(Element data, Signing how)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        switch (how) {
            case GOOD, SHA1 -> sign(wrapper(data), data, register, how, 1);
            case ANOTHER -> sign(wrapper(data), data, stranger, how, 1);
            case WRONG -> {
                var wrapper = wrapper(data);
                var more = data.appendChild(data.getOwnerDocument().createTextNode(" "));
                sign(wrapper, data, register, how, 1);
                data.removeChild(more);
            }
            case TWO -> {
                var wrapper = wrapper(data);
                sign(wrapper, data, register, how, 1);
                sign(wrapper, data, register, how, 2);
            }
            case SIBLINGS -> {
                sign((Element) data.getParentNode(), data, register, how, 1);
                sign((Element) data.getParentNode(), data, register, how, 2);
            }
            case WRAPPED -> {
                sign(wrapper(data), data, register, how, 1);
                moveAside(data);
            }
            case MISSING -> {}
        }
    }

    /** The first signature of an answer is of XAdES, and others are not. */
    private static void sign(Element parent, Element data, Signer signer, Signing how, int number)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        var factory = XMLSignatureFactory.getInstance("DOM");
        var context =
                parent.equals(data.getParentNode())
                        ? new DOMSignContext(signer.key(), parent, data.getNextSibling())
                        : new DOMSignContext(signer.key(), parent);
        context.setDefaultNamespacePrefix("ds");
        context.setIdAttributeNS(data, null, "id");

        var digest = how == Signing.SHA1 ? DigestMethod.SHA1 : DigestMethod.SHA256;
        var references = new ArrayList<Reference>();
        var objects = new ArrayList<XMLObject>();
        references.add(
                factory.newReference(
                        "#data",
                        factory.newDigestMethod(digest, null),
                        List.of(
                                transform(factory, Transform.ENVELOPED),
                                transform(factory, CanonicalizationMethod.INCLUSIVE)),
                        null,
                        null));
        if (number == 1) {
            var properties = properties(data.getOwnerDocument());
            context.setIdAttributeNS((Element) properties.getFirstChild(), null, "Id");
            objects.add(
                    factory.newXMLObject(List.of(new DOMStructure(properties)), null, null, null));
            references.add(
                    factory.newReference(
                            "#signed-properties",
                            factory.newDigestMethod(digest, null),
                            List.of(transform(factory, CanonicalizationMethod.INCLUSIVE)),
                            SIGNED_PROPERTIES,
                            null));
        }
        var info =
                factory.newSignedInfo(
                        factory.newCanonicalizationMethod(
                                CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                        factory.newSignatureMethod(signer.method(how), null),
                        references);
        factory.newXMLSignature(
                        info, keyInfo(factory, signer), objects, "signature-" + number, null)
                .sign(context);
    }

    private static Transform transform(XMLSignatureFactory factory, String algorithm)
            throws GeneralSecurityException {
        return factory.newTransform(algorithm, (TransformParameterSpec) null);
    }

    private static KeyInfo keyInfo(XMLSignatureFactory signatures, Signer signer)
            throws GeneralSecurityException {
        var factory = signatures.getKeyInfoFactory();
        var certificate = signer.certificate();
        return factory.newKeyInfo(
                List.of(
                        factory.newKeyValue(certificate.getPublicKey()),
                        factory.newX509Data(List.of(certificate))));
    }

    private static Element properties(Document document) {
        var properties = document.createElementNS(XADES, "xades:QualifyingProperties");
        properties.setAttribute("Target", "#signature-1");
        var signed = document.createElementNS(XADES, "xades:SignedProperties");
        signed.setAttribute("Id", "signed-properties");
        var ofSignature = document.createElementNS(XADES, "xades:SignedSignatureProperties");
        var time = document.createElementNS(XADES, "xades:SigningTime");
        time.setTextContent(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        properties.appendChild(signed).appendChild(ofSignature).appendChild(time);
        return properties;
    }

    /** Where signatures go: the old entry point has no wrapper for them. */
    private static Element wrapper(Element data) {
        var result = (Element) data.getParentNode();
        if (!"ServiceResultData".equals(result.getLocalName())) {
            return result;
        }
        var wrapper = data.getOwnerDocument().createElementNS(data.getNamespaceURI(), "Signature");
        result.insertBefore(wrapper, data.getNextSibling());
        return wrapper;
    }

    /** The signed data go where no reader looks, and what nobody signed takes their place. */
    private static void moveAside(Element data) {
        var result = data.getParentNode();
        var forged = (Element) data.cloneNode(true);
        forged.setAttribute("id", "forged");
        var names = forged.getElementsByTagNameNS("*", "FamilyName");
        for (int i = 0; i < names.getLength(); i++) {
            names.item(i).setTextContent("ПОДМЕНЕН");
        }
        result.replaceChild(forged, data);
        result.appendChild(data.getOwnerDocument().createElementNS(data.getNamespaceURI(), "Aside"))
                .appendChild(data);
    }

    private static byte[] bytes(Document document) throws TransformerException {
        var bytes = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }
}
