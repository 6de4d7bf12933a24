package bg.telenor.pay.google;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the key sets that we and Google exchanged. */
class CarrierKeys {

    @Produces
    @Singleton
    CarrierMessages messages(@ConfigProperty(name = "suite.keys.dir") Path folder) {
        return new CarrierMessages(
                new CarrierEnvelope(
                        read(folder.resolve("google.jwks")),
                        read(folder.resolve("pay-google.jwks"))));
    }

    private static JWKSet read(Path file) {
        try {
            return JWKSet.load(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("key set " + file.getFileName() + " cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("key set " + file.getFileName() + " is not a JWK set");
        }
    }
}
