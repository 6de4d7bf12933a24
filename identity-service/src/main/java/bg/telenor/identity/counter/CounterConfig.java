package bg.telenor.identity.counter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who stands at a counter, before the person who is asked about. */
@ConfigMapping(prefix = "suite.counters")
public interface CounterConfig {

    /** The OAuth clients whose employees serve persons face to face. */
    @WithDefault("shop")
    Set<String> clients();
}
