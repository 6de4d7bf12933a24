package bg.telenor.e2e;

import bg.telenor.counterparts.SyntheticPersons.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks through files of every kind, as bytes, for persons: their numbers, documents, names and
 * addresses, in every writing that they may have on the way: plain, UTF-16, JSON escapes, base64 at
 * each of its three offsets, hex, URL-encoded.
 */
final class LeakSearch {

    private static final int CHUNK = 1 << 22;

    /** What it is → needle. */
    private final Map<String, byte[]> needles = new LinkedHashMap<>();

    /** All that may not be found of a person. */
    LeakSearch forPerson(Person person) {
        text("EGN", person.number().value());
        text("document", person.document().value());
        text("first name", person.first().cyrillic());
        text("family name", person.family().cyrillic());
        text("first name in Latin", person.first().latin());
        text("family name in Latin", person.family().latin());
        return this;
    }

    /** A phone number, in both its writings. */
    LeakSearch forNumber(String e164) {
        text("number", e164);
        text("national number", "0" + e164.substring("+359".length()));
        return this;
    }

    private void text(String what, String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        needle(what, utf8);
        needle(what + ", UTF-16", text.getBytes(StandardCharsets.UTF_16LE));
        needle(what + ", UTF-16 big end first", text.getBytes(StandardCharsets.UTF_16BE));
        needle(what + ", windows-1251", text.getBytes(Charset.forName("windows-1251")));
        ascii(what + ", escaped", escaped(text));
        ascii(what + ", hex", HexFormat.of().formatHex(utf8));
        ascii(what + ", HEX", HexFormat.of().withUpperCase().formatHex(utf8));
        ascii(what + ", URL-encoded", URLEncoder.encode(text, StandardCharsets.UTF_8));
        for (int offset = 0; offset < 3; offset++) {
            ascii(what + ", base64", base64Core(utf8, offset, Base64.getEncoder()));
            ascii(what + ", base64url", base64Core(utf8, offset, Base64.getUrlEncoder()));
        }
    }

    private void ascii(String what, String needle) {
        needle(what, needle.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is too short would be found by chance; digits are written alike in most ways. */
    private void needle(String what, byte[] needle) {
        boolean isNew = needles.values().stream().noneMatch(old -> Arrays.equals(old, needle));
        if (needle.length >= 8 && isNew) {
            needles.put(what + " " + needles.size(), needle);
        }
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    /** The part of the base64 of a longer text that does not depend on what stands around. */
    private static String base64Core(byte[] bytes, int offset, Base64.Encoder encoder) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        var text = encoder.withoutPadding().encodeToString(shifted);
        int from = offset == 0 ? 0 : offset + 1;
        int until = (offset + bytes.length) / 3 * 4;
        return text.substring(from, Math.max(from, until));
    }

    /** Each find as "file: what". */
    List<String> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> inFile(folder, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> inFile(Path folder, Path file) {
        var found = new ArrayList<String>();
        int overlap = needles.values().stream().mapToInt(n -> n.length).max().orElse(0);
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocate(CHUNK + overlap);
            long position = 0;
            while (position < channel.size()) {
                buffer.clear();
                int read = channel.read(buffer, position);
                if (read <= 0) {
                    break;
                }
                var chunk = new String(buffer.array(), 0, read, StandardCharsets.ISO_8859_1);
                needles.forEach(
                        (what, needle) -> {
                            if (chunk.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
                                found.add(folder.relativize(file) + ": " + what);
                            }
                        });
                position += CHUNK;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be searched", e);
        }
        return found.stream().distinct().toList();
    }
}
