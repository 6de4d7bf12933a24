package bg.telenor.launcher.demo;

import bg.telenor.clients.portability.NumbersApi;
import bg.telenor.clients.portability.PortingsApi;
import bg.telenor.clients.portability.model.ContractType;
import bg.telenor.clients.portability.model.NumberLookup;
import bg.telenor.clients.portability.model.PersonalNumber;
import bg.telenor.clients.portability.model.PersonalNumberType;
import bg.telenor.clients.portability.model.PortInStatus;
import bg.telenor.clients.portability.model.StartPorting;
import bg.telenor.kit.local.SuiteService;
import java.util.EnumSet;
import java.util.Set;

/** The customer's number moves from A1 to us. */
final class BringNumber implements Step {

    private static final Set<PortInStatus> UNDER_WAY =
            EnumSet.of(
                    PortInStatus.WAITING_FOR_IDENTITY,
                    PortInStatus.REQUESTED,
                    PortInStatus.ACCEPTED,
                    PortInStatus.SCHEDULED,
                    PortInStatus.EXECUTING);

    @Override
    public String title() {
        return "port-in: A1 lets the number go, and everyone is told";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var portability = shop.as("clerk", SuiteService.PORTABILITY);
        var portings = new PortingsApi(portability.client());
        var numbers = new NumbersApi(portability.client());

        var started =
                portability.ask(() -> portings.startPorting(Conversation.newKey(), of(customer)));

        var ended =
                portability.await(
                        "the port-in",
                        () -> portings.getPorting(started.getId()),
                        porting -> !UNDER_WAY.contains(porting.getStatus()));
        StepFailed.unless(ended.getStatus() == PortInStatus.COMPLETED, "the number was not ported");
        var lookup =
                portability.ask(
                        () ->
                                numbers.lookUpNumbers(
                                        new NumberLookup().addNumbersItem(customer.otherNumber())));
        StepFailed.unless(
                "TELENOR".equals(lookup.getResults().getFirst().getServedBy()),
                "look-up does not answer with the new operator");
    }

    private static StartPorting of(Customer customer) {
        var person = customer.person();
        return new StartPorting()
                .caseId(customer.caseId())
                .identifier(
                        new PersonalNumber()
                                .type(PersonalNumberType.valueOf(person.number().type().name()))
                                .value(person.number().value()))
                .documentNumber(person.document().value())
                .addNumbersItem(customer.otherNumber())
                .donor("A1")
                .contract(ContractType.POSTPAID);
    }
}
