package bg.telenor.kit.local.wrong.right.domain;

import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;

/** Breaks no rule. */
record PlainValue(List<OperatorCode> operators, Instant at, byte[] digest) {

    enum Kind {
        ONE,
        OTHER
    }

    static int number(Kind kind) {
        return switch (kind) {
            case ONE -> 1;
            case OTHER -> 2;
        };
    }
}
