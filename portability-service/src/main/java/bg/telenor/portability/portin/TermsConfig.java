package bg.telenor.portability.portin;

import bg.telenor.portability.domain.WorkingCalendar.Term;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.spi.Converter;

/** How long a porting waits for others before it ends by itself. */
@ConfigMapping(prefix = "suite.portability.terms")
public interface TermsConfig {

    /** For the identity of its case. */
    @WithDefault("P3D")
    @WithConverter(Written.class)
    Term identity();

    /** For the donor's answer. */
    @WithDefault("2 working days")
    @WithConverter(Written.class)
    Term answer();

    /** Reads a term as {@link Term#parse} does. */
    class Written implements Converter<Term> {

        private static final long serialVersionUID = 1L;

        @Override
        public Term convert(String written) {
            return Term.parse(written);
        }
    }
}
