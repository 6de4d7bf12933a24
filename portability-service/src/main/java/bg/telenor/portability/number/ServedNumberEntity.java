package bg.telenor.portability.number;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.Route;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One row of {@code served_number}: from when on an operator serves a number. Routing data. */
@Entity
@Table(name = "served_number")
@IdClass(ServedNumberEntity.Key.class)
class ServedNumberEntity {

    record Key(String number, Instant validFrom) implements Serializable {}

    @Id String number;
    @Id Instant validFrom;
    String operator;
    String route;

    static ServedNumberEntity of(Msisdn number, Served stretch) {
        var row = new ServedNumberEntity();
        row.number = number.e164();
        row.validFrom = stretch.from();
        row.operator = stretch.operator().value();
        row.route = stretch.route().value();
        return row;
    }

    Served toDomain() {
        return new Served(new OperatorCode(operator), new Route(route), validFrom);
    }
}
