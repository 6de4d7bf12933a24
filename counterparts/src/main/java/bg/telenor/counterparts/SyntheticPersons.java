package bg.telenor.counterparts;

import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Persons who do not exist, made by rule: every EGN and LNCh is one, and always the same one. Those
 * that are counted from 0 were born in the 1800s, so that none can be a living person: 14 million
 * citizens, two million foreigners with an EGN, and as many with an LNCh as one likes.
 */
public final class SyntheticPersons {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1830, 1, 1);
    private static final int BIRTHS = 20_000;
    private static final int FIRST_SERIAL = 100;
    private static final int FIRST_FOREIGN_SERIAL = 800;
    private static final int LAST_SERIAL = 899;

    private static final List<String> SYLLABLES =
            List.of("ба", "ве", "го", "ду", "жи", "за", "ке", "ло", "ми", "ну");
    private static final List<String> TOWNS =
            List.of("Небивалово", "Измислица", "Никъдец", "Мнимоград", "Условник");
    private static final List<String> STREETS =
            List.of("Примерна", "Образцова", "Мислена", "Пробна", "Въображаема");

    /** What is to be said of a person, in Cyrillic as the registers keep it. */
    public record Person(
            PersonalNumber number,
            Name first,
            Name father,
            Name family,
            boolean male,
            LocalDate birthDate,
            DocumentNumber document,
            LocalDate issuedOn,
            LocalDate validUntil,
            Address address) {

        /** What a foreigner came with, besides the residence permit that {@code document} is. */
        public TravelDocument travelDocument() {
            int seed = Integer.parseInt(number.value(), 0, 9, 10);
            return new TravelDocument(
                    "XA", String.format(Locale.ROOT, "%07d", seed % 9_999_973), issuedOn);
        }

        /** A drawn portrait, a small PNG. */
        public byte[] portrait() {
            return Portrait.of(number);
        }

        /** The same of about 60 KB, as those of the register are. */
        public byte[] largePortrait() {
            return Portrait.largeOf(number);
        }
    }

    /** A passport, good for ten years. */
    public record TravelDocument(String series, String number, LocalDate issuedOn) {

        /** As it is printed. */
        public DocumentNumber whole() {
            return new DocumentNumber(series + number);
        }

        public LocalDate validUntil() {
            return issuedOn.plusYears(10);
        }
    }

    /** A name in both alphabets. */
    public record Name(String cyrillic) {

        public String latin() {
            return Transliteration.latin(cyrillic);
        }
    }

    public record Address(
            String district, String municipality, String settlement, String street, int number) {}

    private SyntheticPersons() {}

    /** The n-th person of those born in the 1800s, from 0. */
    public static Person nth(int n) {
        return of(egn(n));
    }

    /** The n-th person's EGN. */
    public static Egn egn(int n) {
        return egn(n, FIRST_SERIAL, FIRST_FOREIGN_SERIAL);
    }

    /** The EGN of the n-th foreigner who has one, from 0. */
    public static Egn foreignersEgn(int n) {
        return egn(n, FIRST_FOREIGN_SERIAL, LAST_SERIAL + 1);
    }

    /** Whether the register of foreigners knows somebody, and that of citizens does not. */
    public static boolean isForeigner(PersonalNumber number) {
        return switch (number) {
            case Egn egn -> {
                int serial = Integer.parseInt(egn.value(), 6, 9, 10);
                yield FIRST_FOREIGN_SERIAL <= serial && serial <= LAST_SERIAL;
            }
            case Lnch lnch -> true;
        };
    }

    private static Egn egn(int n, int firstSerial, int endSerial) {
        int serial = firstSerial + n / BIRTHS;
        if (n < 0 || serial >= endSerial) {
            throw new IllegalArgumentException("there is no person " + n);
        }
        return egn(FIRST_BIRTH.plusDays(n % BIRTHS), serial);
    }

    /** The EGN of the {@code serial}-th person (0 to 999) born on a day. */
    public static Egn egn(LocalDate birthDate, int serial) {
        int month =
                switch (birthDate.getYear() / 100) {
                    case 18 -> birthDate.getMonthValue() + 20;
                    case 19 -> birthDate.getMonthValue();
                    case 20 -> birthDate.getMonthValue() + 40;
                    default -> throw new IllegalArgumentException("no EGN for this birth date");
                };
        var nine =
                String.format(
                        Locale.ROOT,
                        "%02d%02d%02d%03d",
                        birthDate.getYear() % 100,
                        month,
                        birthDate.getDayOfMonth(),
                        serial);
        return new Egn(nine + Egn.checkDigit(nine));
    }

    /** The n-th foreigner's LNCh, from 0. */
    public static Lnch lnch(int n) {
        var nine = String.format(Locale.ROOT, "9%08d", n);
        return new Lnch(nine + Lnch.checkDigit(nine));
    }

    /** The person whose number this is. */
    public static Person of(PersonalNumber number) {
        int seed = Integer.parseInt(number.value(), 0, 9, 10);
        boolean male = seed % 2 == 0;
        var ending = male ? "" : "а";
        var birthDate =
                switch (number) {
                    case Egn egn -> egn.birthDate();
                    case Lnch lnch -> FIRST_BIRTH.plusDays(seed % BIRTHS);
                };
        var issuedOn = LocalDate.of(2022, 1, 1).plusDays(seed % 1000);
        return new Person(
                number,
                name(word(seed / 1000) + (male ? "слав" : "слава")),
                name(word(seed / 7) + "мнимов" + ending),
                name(word(seed) + (male ? "измислен" : "измислена")),
                male,
                birthDate,
                document(seed),
                issuedOn,
                issuedOn.plusYears(10),
                address(seed));
    }

    /** Nine digits, or two letters and seven digits as on cards of the newer kind. */
    private static DocumentNumber document(int seed) {
        var number =
                seed % 2 == 0
                        ? String.format(Locale.ROOT, "%09d", 600_000_000 + seed % 99_999_989)
                        : String.format(Locale.ROOT, "AA%07d", seed % 9_999_991);
        return new DocumentNumber(number);
    }

    private static Address address(int seed) {
        var town = TOWNS.get(seed % TOWNS.size());
        return new Address(
                town, town, town, STREETS.get(seed / 10 % STREETS.size()), 1 + seed % 200);
    }

    private static Name name(String lowerCase) {
        return new Name(
                lowerCase.substring(0, 1).toUpperCase(Locale.ROOT) + lowerCase.substring(1));
    }

    /** A word that no language has: the number's digits, each a syllable. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (var digit : Integer.toString(number % 10_000).toCharArray()) {
            word.append(SYLLABLES.get(digit - '0'));
        }
        return word.toString();
    }
}
