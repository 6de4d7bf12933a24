package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.AnswerDocument.all;
import static bg.telenor.identity.regix.AnswerDocument.children;

import bg.telenor.identity.domain.Doubt;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/**
 * Verifies that an answer's data are what the register signed. All signatures that there are, one
 * or two, have to stand: each over exactly the element that is read, with allowed algorithms, by a
 * trusted signer. What is outside {@code Data} is covered by none, and decides nothing in anybody's
 * favour.
 */
final class AnswerSignatures {

    private static final String SIGNED_DATA = "http://egov.bg/RegiX/SignedData";
    private static final String DATA_ID = "data";
    private static final int MOST_SIGNATURES = 2;
    private static final int MOST_REFERENCES = 3;
    private static final int MOST_TRANSFORMS = 3;

    /** An answer that is not to be believed. */
    static final class Doubtful extends Exception {

        private static final long serialVersionUID = 1L;

        private final Doubt doubt;

        Doubtful(Doubt doubt) {
            super(doubt.name());
            this.doubt = doubt;
        }

        Doubt doubt() {
            return doubt;
        }
    }

    private final SignerTrust trust;
    private final Set<String> digests;
    private final Set<String> methods;
    private final Set<String> canonicalizations;
    private final Set<String> transforms;
    private final boolean secureValidation;

    AnswerSignatures(RegixConfig.Signature config, SignerTrust trust) {
        this.trust = trust;
        this.digests = new HashSet<>(config.digests());
        this.methods = new HashSet<>(config.methods());
        this.canonicalizations = config.canonicalizations();
        this.transforms = config.transforms();
        if (config.rsaSha1()) {
            digests.add(DigestMethod.SHA1);
            methods.add(SignatureMethod.RSA_SHA1);
        }
        // The platform's own list knows no exception for SHA-1; ours is the shorter one anyway.
        this.secureValidation = !config.rsaSha1();
    }

    /**
     * Where the register signed its result before it put the envelope around, the envelope's
     * namespaces were not in scope: what does not stand within it is looked at by itself.
     *
     * @param result the element that the data and their signatures are in
     */
    void verify(Element result) throws Doubtful {
        try {
            verifyInPlace(result);
        } catch (Doubtful e) {
            if (e.doubt() != Doubt.BROKEN) {
                throw e;
            }
            putByItself(result);
            verifyInPlace(result);
        }
    }

    /** Its own namespace may have been declared around it, and stays. */
    private static void putByItself(Element result) {
        var document = result.getOwnerDocument();
        document.replaceChild(result, document.getDocumentElement());
        var prefix = result.getPrefix();
        if (!result.hasAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI, prefix == null ? "xmlns" : prefix)) {
            result.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null ? "xmlns" : "xmlns:" + prefix,
                    Objects.requireNonNullElse(result.getNamespaceURI(), ""));
        }
    }

    private void verifyInPlace(Element result) throws Doubtful {
        var signatures = signaturesOf(result);
        if (signatures.isEmpty()) {
            throw new Doubtful(Doubt.NOT_SIGNED);
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new Doubtful(Doubt.NOT_COVERED);
        }
        var data = dataOf(result);
        for (var signature : signatures) {
            verify(signature, data);
        }
    }

    /** Beside the data, or inside the register's own wrapper there; none elsewhere counts. */
    private static List<Element> signaturesOf(Element result) {
        var wrapped =
                children(result)
                        .filter(child -> isNamed(child, SIGNED_DATA, "Signature"))
                        .flatMap(AnswerDocument::children);
        return Stream.concat(children(result), wrapped)
                .filter(child -> isNamed(child, XMLSignature.XMLNS, "Signature"))
                .toList();
    }

    private static Element dataOf(Element result) throws Doubtful {
        var found = children(result).filter(child -> child.getLocalName().equals("Data")).toList();
        if (found.size() != 1 || !DATA_ID.equals(found.getFirst().getAttributeNS(null, "id"))) {
            throw new Doubtful(Doubt.NOT_COVERED);
        }
        checkOnly(found.getFirst(), DATA_ID);
        return found.getFirst();
    }

    private void verify(Element element, Element data) throws Doubtful {
        checkAlgorithms(element);
        var signer = trust.signer(certificates(element));
        var context = new DOMValidateContext(signer.getPublicKey(), element);
        context.setProperty("org.jcp.xml.dsig.secureValidation", secureValidation);
        context.setIdAttributeNS(data, null, "id");
        try {
            var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            for (var reference : references(signature.getSignedInfo())) {
                if (!reference.getURI().equals("#" + DATA_ID)) {
                    allowOwnPart(reference.getURI(), element, context);
                }
            }
            if (!signature.validate(context)) {
                throw new Doubtful(Doubt.BROKEN);
            }
        } catch (MarshalException | XMLSignatureException e) {
            throw new Doubtful(Doubt.BROKEN);
        }
    }

    private void checkAlgorithms(Element signature) throws Doubtful {
        boolean allowed =
                children(signature)
                        .filter(child -> isNamed(child, XMLSignature.XMLNS, "SignedInfo"))
                        .flatMap(AnswerDocument::all)
                        .filter(element -> element.hasAttributeNS(null, "Algorithm"))
                        .allMatch(this::isAllowed);
        if (!allowed) {
            throw new Doubtful(Doubt.ALGORITHM);
        }
    }

    private boolean isAllowed(Element element) {
        var algorithm = element.getAttributeNS(null, "Algorithm");
        return switch (element.getLocalName()) {
            case "SignatureMethod" -> methods.contains(algorithm);
            case "DigestMethod" -> digests.contains(algorithm);
            case "CanonicalizationMethod" -> canonicalizations.contains(algorithm);
            case "Transform" -> transforms.contains(algorithm);
            default -> false;
        };
    }

    /** The certificates that come along; a key that comes without one is no more than a claim. */
    private static List<String> certificates(Element signature) {
        return children(signature)
                .filter(child -> isNamed(child, XMLSignature.XMLNS, "KeyInfo"))
                .flatMap(AnswerDocument::children)
                .filter(child -> isNamed(child, XMLSignature.XMLNS, "X509Data"))
                .flatMap(AnswerDocument::children)
                .filter(child -> isNamed(child, XMLSignature.XMLNS, "X509Certificate"))
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Reference> references(SignedInfo info) throws Doubtful {
        var references = info.getReferences();
        boolean bounded =
                references.size() <= MOST_REFERENCES
                        && references.stream()
                                .allMatch(one -> one.getTransforms().size() <= MOST_TRANSFORMS);
        if (!bounded
                || references.stream().anyMatch(one -> one.getURI() == null)
                || references.stream().noneMatch(one -> one.getURI().equals("#" + DATA_ID))) {
            throw new Doubtful(Doubt.NOT_COVERED);
        }
        return references;
    }

    /** XAdES signs its own properties too: they are in the signature, and are verified with it. */
    private static void allowOwnPart(String uri, Element signature, DOMValidateContext context)
            throws Doubtful {
        var part =
                all(signature)
                        .filter(one -> one.hasAttributeNS(null, "Id"))
                        .filter(one -> uri.equals("#" + one.getAttributeNS(null, "Id")))
                        .findFirst()
                        .orElseThrow(() -> new Doubtful(Doubt.NOT_COVERED));
        checkOnly(part, part.getAttributeNS(null, "Id"));
        context.setIdAttributeNS(part, null, "Id");
    }

    /** Nothing else in the answer may bear the same id, however it is written. */
    private static void checkOnly(Element element, String id) throws Doubtful {
        boolean another =
                all(element.getOwnerDocument().getDocumentElement())
                        .filter(one -> one != element)
                        .anyMatch(one -> bears(one, id));
        if (another) {
            throw new Doubtful(Doubt.NOT_COVERED);
        }
    }

    private static boolean bears(Element element, String id) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .anyMatch(
                        one ->
                                "id".equalsIgnoreCase(one.getLocalName())
                                        && one.getNodeValue().equals(id));
    }

    private static boolean isNamed(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
