package bg.telenor.kit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.subject.SubjectRef.Kind;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.Msisdn;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds the form of references: they lie in every database and on every topic, so the golden values
 * below never change. They were computed with another implementation (openssl).
 */
class KeyedSubjectRefsTest {

    private final SubjectRefs refs = new KeyedSubjectRefs(keys());

    @Test
    void makesTheGoldenReferences() {
        assertThat(refs.of(new Egn("7523169263")).value())
                .isEqualTo("egn:1:2IPLbOsXinSIz_UTaoI-RFY0IX2Ln9nw3hZ8uCNyACs");
        assertThat(refs.of(new Lnch("7111042925")).value())
                .isEqualTo("lnch:1:toGVc1UCZfdw13vojAbH0S9JRRjgVKjX-igDK3f-iU4");
        assertThat(refs.of(Msisdn.of("0888001234")).value())
                .isEqualTo("msisdn:1:KxKvfV82-q9HG-J3KX_IaUMmxj_1PS4LjUP0uvzAgQg");
        assertThat(refs.ofStoreAccount("GOOGLE_PLAY", "account-1").value())
                .isEqualTo("store:1:PNOV2r4weESuOhk7CH3hE4gx0vQrEQHteTWHuIJdBxY");
    }

    @Test
    void knowsAnEmployeeWhateverTheCaseOfTheName() {
        assertThat(refs.ofEmployee("Clerk")).isEqualTo(refs.ofEmployee("clerk"));
        assertThat(refs.ofEmployee("clerk").kind()).isEqualTo(Kind.EMPLOYEE);
    }

    @Test
    void keepsTheKindsApartEvenUnderTheSameKey() {
        var key = bytes(7);
        var same =
                new KeyedSubjectRefs(
                        Map.of(
                                Kind.EGN,
                                key,
                                Kind.LNCH,
                                key,
                                Kind.MSISDN,
                                key,
                                Kind.STORE,
                                key,
                                Kind.EMPLOYEE,
                                key));

        var egn = same.of(new Egn("7523169263")).value();
        var store = same.ofStoreAccount("x", "7523169263").value();

        assertThat(egn.substring(egn.lastIndexOf(':')))
                .isNotEqualTo(store.substring(store.lastIndexOf(':')));
    }

    @Test
    void dependsOnTheKey() {
        var others = keys();
        others.put(Kind.EGN, bytes(99));

        var one = refs.of(new Egn("7523169263"));
        var other = new KeyedSubjectRefs(others).of(new Egn("7523169263"));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void refusesAMissingOrShortKey() {
        var missing = keys();
        missing.remove(Kind.STORE);
        var brief = keys();
        brief.put(Kind.MSISDN, new byte[31]);

        for (var keys : List.of(missing, brief)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new KeyedSubjectRefs(keys));
        }
    }

    private static Map<Kind, byte[]> keys() {
        var keys = new EnumMap<Kind, byte[]>(Kind.class);
        keys.put(Kind.EGN, bytes(1));
        keys.put(Kind.LNCH, bytes(2));
        keys.put(Kind.MSISDN, bytes(3));
        keys.put(Kind.STORE, bytes(4));
        keys.put(Kind.EMPLOYEE, bytes(5));
        return keys;
    }

    private static byte[] bytes(int value) {
        var key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
