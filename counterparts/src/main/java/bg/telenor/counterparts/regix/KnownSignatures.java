package bg.telenor.counterparts.regix;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signatures over data that were signed before, which are good for the same data again: signing
 * takes longer than all else that the register does, and it is to answer at once when it is told
 * to.
 */
final class KnownSignatures {

    private static final int MOST = 30_000;
    private static final byte[] START = bytes("<Data id=");
    private static final byte[] END = bytes("</Data>");

    /** Of the wrapper, and of the signature itself where there is none around it. */
    private static final byte[] WRAPPER_END = bytes("</Signature>");

    private static final byte[] SIGNATURE_END = bytes("</ds:Signature>");

    private final Map<ByteBuffer, byte[]> signatures =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
                    return size() > MOST;
                }
            };

    /** The answer with the signature that its data have been given before, if they have. */
    Optional<byte[]> sign(byte[] answer) {
        if (indexOf(START, answer, 0) < 0) {
            return Optional.empty();
        }
        int end = endOfData(answer);
        byte[] signature;
        synchronized (signatures) {
            signature = signatures.get(digest(answer, end));
        }
        if (signature == null) {
            return Optional.empty();
        }
        var signed = new ByteArrayOutputStream(answer.length + signature.length);
        signed.write(answer, 0, end);
        signed.writeBytes(signature);
        signed.write(answer, end, answer.length - end);
        return Optional.of(signed.toByteArray());
    }

    /** Remembers the signature, which stands right behind the data. */
    void remember(byte[] answer, byte[] signed) {
        var key = digest(answer, endOfData(answer));
        int from = endOfData(signed);
        var signature = Arrays.copyOfRange(signed, from, endOfSignature(signed, from));
        synchronized (signatures) {
            signatures.put(key, signature);
        }
    }

    private static int endOfSignature(byte[] signed, int from) {
        int wrapper = indexOf(WRAPPER_END, signed, from);
        return wrapper < 0
                ? indexOf(SIGNATURE_END, signed, from) + SIGNATURE_END.length
                : wrapper + WRAPPER_END.length;
    }

    private static int endOfData(byte[] answer) {
        return indexOf(END, answer, indexOf(START, answer, 0)) + END.length;
    }

    /** Of the data and what is around them too: its namespaces are signed with them. */
    private static ByteBuffer digest(byte[] answer, int end) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(answer, 0, end);
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private static int indexOf(byte[] wanted, byte[] text, int from) {
        for (int i = from; i <= text.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && text[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
