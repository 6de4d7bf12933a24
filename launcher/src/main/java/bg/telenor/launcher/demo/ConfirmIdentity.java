package bg.telenor.launcher.demo;

import bg.telenor.clients.identity.ReferencesApi;
import bg.telenor.clients.identity.model.Claimed;
import bg.telenor.clients.identity.model.CreateReference;
import bg.telenor.clients.identity.model.MatchResult;
import bg.telenor.clients.identity.model.Names;
import bg.telenor.clients.identity.model.PersonalNumber;
import bg.telenor.clients.identity.model.PersonalNumberType;
import bg.telenor.clients.identity.model.Purpose;
import bg.telenor.clients.identity.model.ReferenceStatus;
import bg.telenor.clients.identity.model.Role;
import bg.telenor.kit.local.SuiteService;

/** The register confirms who the customer is. */
final class ConfirmIdentity implements Step {

    private static final String AS_LONG_AS_USUAL = null;

    @Override
    public String title() {
        return "identity: the register confirms who the customer is";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var identity = shop.as("clerk", SuiteService.IDENTITY);
        var references = new ReferencesApi(identity.client());

        var asked =
                identity.ask(
                        () ->
                                references.createReference(
                                        Conversation.newKey(), about(customer), AS_LONG_AS_USUAL));

        var settled =
                asked.getStatus() == ReferenceStatus.PENDING
                        ? identity.await(
                                "the register's answer",
                                () -> references.getReference(asked.getId()),
                                reference -> reference.getStatus() != ReferenceStatus.PENDING)
                        : asked;
        StepFailed.unless(
                settled.getStatus() == ReferenceStatus.CONFIRMED, "identity is not confirmed");
        StepFailed.unless(
                settled.getMatch() != null && settled.getMatch().getNames() == MatchResult.TRUE,
                "the names do not match");
    }

    private static CreateReference about(Customer customer) {
        var person = customer.person();
        return new CreateReference()
                .identifier(
                        new PersonalNumber()
                                .type(PersonalNumberType.valueOf(person.number().type().name()))
                                .value(person.number().value()))
                .documentNumber(person.document().value())
                .purpose(Purpose.CONTRACT_CONCLUSION)
                .role(Role.USER)
                .caseId(customer.caseId())
                .claimed(
                        new Claimed()
                                .names(
                                        new Names()
                                                .first(person.first().cyrillic())
                                                .father(person.father().cyrillic())
                                                .family(person.family().cyrillic()))
                                .birthDate(person.birthDate()));
    }
}
