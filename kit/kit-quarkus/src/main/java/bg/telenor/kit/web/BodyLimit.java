package bg.telenor.kit.web;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Bodies end at the configured size, but for imports, which stream line by line. */
class BodyLimit {

    private static final Set<String> LINES = Set.of("application/x-ndjson", "text/csv");

    private final long limit;

    BodyLimit(@ConfigProperty(name = "suite.http.max-body") long limit) {
        this.limit = limit;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type != null && LINES.contains(type.getType() + "/" + type.getSubtype())) {
            return;
        }
        if (request.getLength() > limit) {
            throw tooLarge();
        }
        if (request.getLength() < 0) {
            request.setEntityStream(new Limited(request.getEntityStream(), limit));
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(CommonError.BODY_TOO_LARGE);
    }

    /** A chunked body says its length only when it is over. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return count(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            return count(read, Math.max(read, 0));
        }

        private int count(int result, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
            return result;
        }
    }
}
