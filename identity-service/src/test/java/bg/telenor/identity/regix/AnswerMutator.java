package bg.telenor.identity.regix;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils answers, the same way for the same seed: their markup, their texts and their bytes. */
final class AnswerMutator {

    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|[^<]+");

    private static final String BOMB =
            """
            <!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">\
            <!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY % f SYSTEM "http://localhost:1/">]>\
            """;

    /** Stays well-formed wherever elements may be. */
    private static final List<String> WHOLE =
            List.of(
                    "<!-- a comment -->",
                    "<![CDATA[<EGN>3021021013</EGN>]]>",
                    "<?an instruction?>",
                    "&#x0411;",
                    "&amp;",
                    "<a>".repeat(40) + "</a>".repeat(40),
                    "<a/>".repeat(20_000),
                    "<a " + attributes(150) + "/>",
                    "<Aside Id=\"data\"/>",
                    "<Data id=\"data\"/>",
                    "<EGN>3021021013</EGN>",
                    "<DeathDate>2020-01-01</DeathDate>",
                    "<FamilyName>ПОДМЕНЕН</FamilyName>",
                    "<HasError>true</HasError>",
                    "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>",
                    "<Transform xmlns=\"http://www.w3.org/2000/09/xmldsig#\""
                            + " Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>",
                    "<RetrievalMethod xmlns=\"http://www.w3.org/2000/09/xmldsig#\" URI=\"#data\"/>",
                    "<Manifest xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"data\"/>",
                    "A".repeat(300_000),
                    "😀");

    private static final List<String> BROKEN =
            List.of(
                    BOMB,
                    "&d;",
                    "&e;",
                    "&#0;",
                    "<a>".repeat(5000),
                    "<a " + attributes(100_000) + "/>",
                    "<x:y/>",
                    "<Data id=\"data\">",
                    "</Data>",
                    "\uFEFF",
                    "\u0000",
                    "]]>",
                    "<",
                    "\"");

    private static final List<String> TEXTS =
            List.of("", " ", "0000", "0100", "true", "3021021013", "ПОДМЕНЕН", "-1", "#", "#data");

    private static final List<String> VALUES =
            List.of(
                    "data",
                    "signed-properties",
                    "#signed-properties",
                    "#xpointer(id('data'))",
                    "http://www.w3.org/2000/09/xmldsig#",
                    "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                    "http://www.w3.org/2001/04/xmlenc#sha256",
                    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                    "http://www.w3.org/TR/1999/REC-xslt-19991116",
                    "http://www.w3.org/2001/10/xml-exc-c14n#",
                    "http://egov.bg/RegiX/SignedData");

    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.ISO_8859_1,
                    Charset.forName("windows-1251"));

    private final Random random;

    AnswerMutator(long seed) {
        random = new Random(seed);
    }

    byte[] spoil(String answer) {
        var tokens =
                new ArrayList<>(TOKEN.matcher(answer).results().map(MatchResult::group).toList());
        int changes = random.nextInt(3);
        for (int i = 0; i <= changes; i++) {
            change(tokens);
        }
        var text = String.join("", tokens);
        return switch (random.nextInt(40)) {
            case 0, 1, 2 -> spoil(text.getBytes(StandardCharsets.UTF_8));
            case 3 -> text.getBytes(one(CHARSETS));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private void change(List<String> tokens) {
        if (random.nextInt(5) == 0) {
            breakUp(tokens, random.nextInt(tokens.size()));
            return;
        }
        var element = anElement(tokens);
        var copy = List.copyOf(element);
        int elsewhere = random.nextInt(tokens.size());
        switch (random.nextInt(8)) {
            case 0 -> element.clear();
            case 1 -> tokens.addAll(elsewhere, copy);
            case 2 -> {
                element.clear();
                tokens.addAll(Math.min(elsewhere, tokens.size()), copy);
            }
            case 3 -> element.add(1, one(WHOLE));
            case 4 -> {
                var name = copy.getFirst().replaceAll("^<|[ />].*", "");
                element.replaceAll(token -> token.replace(name, "Other"));
            }
            case 5 -> element.set(0, insideOf(copy.getFirst(), " id=\"data\""));
            case 6 -> element.set(0, attributesLike(copy.getFirst()));
            default -> element.replaceAll(token -> token.startsWith("<") ? token : textLike(token));
        }
        if (tokens.isEmpty()) {
            tokens.add(" ");
        }
    }

    /** Any tokens from a start tag to its end. */
    private List<String> anElement(List<String> tokens) {
        int start = random.nextInt(tokens.size());
        while (start > 0 && !isStart(tokens.get(start))) {
            start--;
        }
        int depth = 0;
        for (int end = start; end < tokens.size(); end++) {
            depth += isStart(tokens.get(end)) ? 1 : tokens.get(end).startsWith("</") ? -1 : 0;
            if (depth <= 0) {
                return tokens.subList(start, end + 1);
            }
        }
        return tokens.subList(start, tokens.size());
    }

    private static boolean isStart(String token) {
        return token.matches("(?s)<[A-Za-z].*[^/]>");
    }

    private String textLike(String text) {
        if (text.isEmpty() || random.nextBoolean()) {
            return one(TEXTS);
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
    }

    /** Every value that is there becomes another, at times one of another attribute. */
    private String attributesLike(String tag) {
        var value = Matcher.quoteReplacement(random.nextBoolean() ? one(TEXTS) : one(VALUES));
        return tag.replaceAll("=\"[^\"]*\"", "=\"" + value + "\"");
    }

    private void breakUp(List<String> tokens, int at) {
        switch (random.nextInt(4)) {
            case 0 -> tokens.add(at, one(BROKEN));
            case 1 -> tokens.set(at, insideOf(tokens.get(at), one(BROKEN)));
            case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
            default -> tokens.set(at, one(TEXTS));
        }
    }

    private String insideOf(String token, String text) {
        int at = token.startsWith("<") && !text.startsWith("<") ? token.length() - 1 : 0;
        at = random.nextInt(4) == 0 ? random.nextInt(token.length() + 1) : at;
        return token.substring(0, at) + text + token.substring(at);
    }

    private byte[] spoil(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        if (random.nextBoolean()) {
            var half = new byte[at];
            System.arraycopy(bytes, 0, half, 0, at);
            return half;
        }
        bytes[at] = (byte) random.nextInt(256);
        return bytes;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String attributes(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("a").append(i).append("=\"\" ");
        }
        return text.toString();
    }
}
