package bg.telenor.portability.portin;

import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.number.MovingNumbers;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.number.NumbersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What portings to us change in who serves their numbers, in the running transaction. */
@ApplicationScoped
class PortedNumbers {

    private final Records records;
    private final Numbers numbers;
    private final MovingNumbers moving;
    private final NumbersConfig config;
    private final Operators operators;

    PortedNumbers(
            Records records,
            Numbers numbers,
            MovingNumbers moving,
            NumbersConfig config,
            Operators operators) {
        this.records = records;
        this.numbers = numbers;
        this.moving = moving;
        this.config = config;
        this.operators = operators;
    }

    /** We serve them from now on. */
    void came(PortIn.Completed porting) {
        serve(porting, operators.self(), config.ownRoute(), porting.completedAt());
    }

    /** The donor serves them again. */
    void wentBack(PortIn.Reversed porting, Route route) {
        serve(porting, porting.request().donor(), route, porting.reversedAt());
    }

    /** Whether they can go back: not when they moved on since, or are promised to another. */
    boolean canGoBack(PortIn.Completed porting) {
        return content(porting)
                        .filter(
                                content ->
                                        numbers.areServedSince(
                                                content.numbers(),
                                                operators.self(),
                                                porting.completedAt()))
                        .isPresent()
                && !moving.isPromised(porting.request().numbers());
    }

    private void serve(PortIn porting, OperatorCode operator, Route route, Instant from) {
        content(porting)
                .ifPresent(
                        content ->
                                numbers.serve(
                                        content.numbers(), new Served(operator, route, from)));
    }

    /** The numbers have moved: calls to them have to find their way. */
    private Optional<PortingContent> content(PortIn porting) {
        return records.open(
                RecordType.PORTING,
                porting.request().id(),
                PortingContent.class,
                Despite.PUBLIC_INTEREST);
    }
}
