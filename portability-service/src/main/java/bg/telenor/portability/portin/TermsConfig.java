package bg.telenor.portability.portin;

import bg.telenor.portability.domain.PortingTerms;
import bg.telenor.portability.domain.WorkingCalendar;
import bg.telenor.portability.domain.WorkingCalendar.Term;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** How long a porting waits for others before it goes on, or ends, by itself. */
@ConfigMapping(prefix = "suite.portability.terms")
public interface TermsConfig {

    /** For the identity of its case. */
    @WithDefault("P3D")
    @WithConverter(Written.class)
    Term identity();

    /** For the donor to say that it has a request. */
    @WithDefault("1 working day")
    @WithConverter(Written.class)
    Term acknowledge();

    /** For the donor's answer. */
    @WithDefault("2 working days")
    @WithConverter(Written.class)
    Term answer();

    /** For the recipient to say when the numbers move, once they may. */
    @WithDefault("2 working days")
    @WithConverter(Written.class)
    Term schedule();

    /** For the recipient to fetch the numbers, from the end of their window. */
    @WithDefault("1 working day")
    @WithConverter(Written.class)
    Term fetch();

    /** For an order to be followed before the donor is asked how far it is. */
    @WithDefault("PT15M")
    @WithConverter(Written.class)
    Term repeat();

    /** In which numbers that moved may go back. */
    @WithDefault("P14D")
    @WithConverter(Written.class)
    Term reversal();

    /** How long after the end of a window a donor may ask for another. */
    @WithDefault("P3D")
    Duration postponement();

    /** All but the wait for an identity, which no other operator knows of. */
    default PortingTerms porting(WorkingCalendar calendar) {
        return new PortingTerms(
                calendar,
                acknowledge(),
                answer(),
                schedule(),
                fetch(),
                repeat(),
                reversal(),
                postponement());
    }

    /** Reads a term as {@link Term#parse} does. */
    class Written implements Converter<Term> {

        private static final long serialVersionUID = 1L;

        @Override
        public Term convert(String written) {
            return Term.parse(written);
        }
    }
}
