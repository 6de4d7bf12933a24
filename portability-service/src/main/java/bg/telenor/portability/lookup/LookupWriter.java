package bg.telenor.portability.lookup;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.lookup.Serving.Party;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes answers as Jackson would write {@link NumberLookupResource.NumberLookupView}, which a test
 * holds it to. What many numbers have in common, operators and route, is written once and copied. A
 * singleton, as all whom it asks: ten thousand calls through a proxy take as long as the look-ups.
 */
@Singleton
class LookupWriter {

    private static final byte[] NUMBER = bytes("{\"number\":\"");
    private static final byte[] NOBODY = bytes("\"}");
    private static final int LONGEST_TAIL = 160;
    private static final int USUAL = 120;

    private final NumberLookups lookups;
    private final Map<Party, byte[]> ported = new ConcurrentHashMap<>();
    private final Map<OperatorCode, byte[]> unported = new ConcurrentHashMap<>();

    LookupWriter(NumberLookups lookups) {
        this.lookups = lookups;
    }

    byte[] write(List<Msisdn> numbers, Instant at, long staleMillis) {
        var out = new Bytes(256 + numbers.size() * USUAL);
        out.add(
                bytes(
                        "{\"asOf\":\""
                                + at
                                + "\",\"staleMillis\":"
                                + staleMillis
                                + ",\"results\":["));
        lookups.bringNear(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                out.add((byte) ',');
            }
            write(numbers.get(i), at, out);
        }
        out.add(bytes("]}"));
        return out.toArray();
    }

    /** One number's answer, at a moment. */
    void write(Msisdn number, Instant at, Bytes out) {
        out.makeRoom(LONGEST_TAIL);
        out.add(NUMBER);
        out.add(number.e164());
        var serving = lookups.servingOf(number, at);
        var holder = lookups.holderOf(number, at);
        if (serving == null) {
            out.add(unported(holder));
            return;
        }
        var party = partyOf(serving.party(), holder);
        if (party.operator().equals(party.blockOperator())) {
            out.add(unported(party.operator()));
            return;
        }
        out.add(tailOf(party, out));
        out.addMicros(serving.sinceMicros());
        out.add(NOBODY);
    }

    /** Most numbers of an answer are alike, so that the last one's text is the next one's too. */
    private byte[] tailOf(Party party, Bytes out) {
        if (out.lastOf() != party) {
            out.remember(party, ported.computeIfAbsent(party, LookupWriter::tail));
        }
        return out.lastText();
    }

    /** The numbering plan has the last word on whose range a number is of. */
    private static Party partyOf(Party known, OperatorCode holder) {
        return holder == null || holder.equals(known.blockOperator())
                ? known
                : new Party(holder, known.operator(), known.route());
    }

    private byte[] unported(OperatorCode holder) {
        return holder == null ? NOBODY : unported.computeIfAbsent(holder, LookupWriter::tail);
    }

    private static byte[] tail(Party party) {
        var route =
                party.route() == null ? "" : "\"route\":\"%s\",".formatted(party.route().value());
        return bytes(
                "\",\"servedBy\":\"%s\",\"blockOperator\":\"%s\",%s\"portedSince\":\""
                        .formatted(party.operator().value(), party.blockOperator().value(), route));
    }

    private static byte[] tail(OperatorCode holder) {
        return bytes(
                "\",\"servedBy\":\"%s\",\"blockOperator\":\"%s\"}"
                        .formatted(holder.value(), holder.value()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
