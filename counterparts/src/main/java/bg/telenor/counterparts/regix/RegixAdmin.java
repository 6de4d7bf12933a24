package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.kit.value.PersonalNumber;
import java.io.IOException;
import java.util.HashSet;
import java.util.function.IntFunction;

/** The register's part of the admin API. */
final class RegixAdmin {

    private final RegixCounterpart regix;

    private RegixAdmin(RegixCounterpart regix) {
        this.regix = regix;
    }

    static void open(RegixCounterpart regix, CounterpartServer server) {
        var admin = new RegixAdmin(regix);
        server.admin("PUT", "/persons/{n}", call -> admin.tell(call, SyntheticPersons::egn));
        server.admin("PUT", "/foreigners/{n}", call -> admin.tell(call, SyntheticPersons::lnch));
        server.admin(
                "PUT",
                "/foreigners-with-egn/{n}",
                call -> admin.tell(call, SyntheticPersons::foreignersEgn));
        server.admin("PUT", "/signature", admin::sign);
        server.admin("PUT", "/photos", admin::show);
        server.admin("PUT", "/access/{certificate}/{operation}", admin::grant);
        server.admin("DELETE", "/access", call -> admin.grantAll());
    }

    /** How a person stands, or the return code that is answered about them. */
    private Answer tell(Call call, IntFunction<PersonalNumber> numbers) throws IOException {
        var number = numbers.apply(Integer.parseInt(call.parameter("n")));
        var wanted = call.json();
        if (wanted.has("code")) {
            regix.answerWith(number, wanted.path("code").asText());
        } else {
            regix.tell(number, Standing.valueOf(wanted.path("standing").asText()));
        }
        return Answer.empty(204);
    }

    private Answer sign(Call call) throws IOException {
        regix.sign(Signing.valueOf(call.json().path("mode").asText()));
        return Answer.empty(204);
    }

    private Answer show(Call call) throws IOException {
        regix.show(PhotoSize.valueOf(call.json().path("size").asText()));
        return Answer.empty(204);
    }

    private Answer grant(Call call) throws IOException {
        var wanted = call.json();
        var withheld = new HashSet<String>();
        wanted.path("withheld").forEach(name -> withheld.add(name.asText()));
        regix.grant(
                call.parameter("certificate"),
                Operation.valueOf(call.parameter("operation")),
                new AccessMatrix.Access(wanted.path("granted").asBoolean(true), withheld));
        return Answer.empty(204);
    }

    private Answer grantAll() {
        regix.grantAll();
        return Answer.empty(204);
    }
}
