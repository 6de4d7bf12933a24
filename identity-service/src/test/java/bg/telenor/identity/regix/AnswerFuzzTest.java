package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.SignedAnswers.QUESTION;
import static bg.telenor.identity.regix.SignedAnswers.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bg.telenor.counterparts.regix.Signing;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Forgotten;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.NoData;
import bg.telenor.identity.domain.RegisterAnswer.NotReady;
import bg.telenor.identity.domain.RegisterAnswer.NotSent;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import bg.telenor.identity.regix.RegixConfig.Entry;
import com.sun.management.ThreadMXBean;
import io.quarkus.logging.Log;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Answers that are spoiled at random, from a fixed seed; for longer with {@code
 * -Danswers.fuzz.runs=1000000 -Danswers.fuzz.seed=…}.
 */
class AnswerFuzzTest {

    private static final int RUNS = Integer.getInteger("answers.fuzz.runs", 3000);
    private static final long SEED = Long.getLong("answers.fuzz.seed", 7L);

    /** Far above what any answer takes, and far below what one without limits would. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final long MOST_BYTES = 64 * 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir static Path folder;

    @ParameterizedTest
    @EnumSource
    void believesNothingButWhatTheRegisterSigned(Entry entry) {
        var answers = new SignedAnswers(folder);
        var reader = answers.reader(at(entry), Clock.systemUTC());
        var signed =
                Stream.of(Signing.values())
                        .map(how -> answers.signed(unsigned(entry), how))
                        .toList();
        var known = (Found) reader.read(bytes(signed.getFirst()), QUESTION);
        var data = data(bytes(signed.getFirst()));

        var ends =
                fuzz(
                        reader,
                        signed,
                        (spoiled, answer) -> {
                            if (answer instanceof Found found) {
                                assertThat(found.person()).isEqualTo(known.person());
                                assertThat(data(spoiled).isEqualNode(data)).isTrue();
                            }
                            assertThat(answer).isNotInstanceOf(NoData.class);
                        });

        Log.infof("%s signed answers of %s spoiled from seed %s: %s", RUNS, entry, SEED, ends);
        assertThat(ends).as("some change nothing that is signed").containsKey("Found");
        assertThat(ends).containsKeys("Untrusted", "Garbled");
    }

    @ParameterizedTest
    @EnumSource
    void survivesWhatNobodySigned(Entry entry) {
        var answers = new SignedAnswers(folder);
        var said = new HashMap<>(at(entry));
        said.put("suite.regix.signature.required", "false");
        var reader = answers.reader(said, Clock.systemUTC());

        var ends = fuzz(reader, List.of(unsigned(entry)), (spoiled, answer) -> {});

        Log.infof("%s unsigned answers of %s spoiled from seed %s: %s", RUNS, entry, SEED, ends);
        assertThat(ends).containsKeys("Found", "NoData", "Garbled", "RegisterRefused");
    }

    private static Map<String, String> at(Entry entry) {
        return Map.of("suite.regix.entry-point", entry.name());
    }

    private static String unsigned(Entry entry) {
        return switch (entry) {
            case V1 -> SignedAnswers.unsignedOfOld(picture());
            case V2_BASIC -> SignedAnswers.unsigned(picture());
        };
    }

    @FunctionalInterface
    private interface Check {
        void check(byte[] spoiled, RegisterAnswer answer);
    }

    /** How often each end came. */
    private static Map<String, Integer> fuzz(
            AnswerReader reader, List<String> answers, Check check) {
        var mutator = new AnswerMutator(SEED);
        var ends = new TreeMap<String, Integer>();
        for (int run = 0; run < RUNS; run++) {
            var spoiled = mutator.spoil(answers.get(run % answers.size()));
            var where = "run " + run + " of seed " + SEED;
            var answer = read(reader, spoiled, where);
            try {
                check.check(spoiled, answer);
            } catch (AssertionError e) {
                throw new AssertionError(where + ": " + text(spoiled), e);
            }
            ends.merge(end(answer), 1, Integer::sum);
        }
        return ends;
    }

    private static RegisterAnswer read(AnswerReader reader, byte[] spoiled, String where) {
        var bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        var before = System.nanoTime();
        try {
            var answer = reader.read(spoiled, QUESTION);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).as(where).isLessThan(LONGEST);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytesBefore)
                    .as(where)
                    .isLessThan(MOST_BYTES);
            return answer;
        } catch (RuntimeException e) {
            return fail(where + ": " + text(spoiled), e);
        }
    }

    private static String end(RegisterAnswer answer) {
        return switch (answer) {
            case Found found -> "Found";
            case NoData none -> "NoData";
            case RegisterRefused refused -> "RegisterRefused";
            case Garbled garbled -> "Garbled";
            case Untrusted untrusted -> "Untrusted";
            case Unknown unknown -> "Unknown";
            case NotReady not -> "NotReady";
            case Forgotten forgotten -> fail("only a call is forgotten");
            case NotSent not -> fail("an answer that was read was not sent");
        };
    }

    /** The data as another parser finds them, for comparison. */
    private static Element data(byte[] answer) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            var document =
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text(answer))));
            return (Element) document.getElementsByTagNameNS("*", "Data").item(0);
        } catch (Exception e) {
            return fail("a believed answer is not XML", e);
        }
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    }

    private static String picture() {
        var bytes = new byte[3000];
        new Random(SEED).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
