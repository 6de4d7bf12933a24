package bg.telenor.launcher.demo;

import bg.telenor.clients.debtcheck.DebtChecksApi;
import bg.telenor.clients.debtcheck.model.Device;
import bg.telenor.clients.debtcheck.model.DeviceCategory;
import bg.telenor.clients.debtcheck.model.Outcome;
import bg.telenor.clients.debtcheck.model.PersonalNumber;
import bg.telenor.clients.debtcheck.model.PersonalNumberType;
import bg.telenor.clients.debtcheck.model.StartDebtCheck;
import bg.telenor.kit.local.SuiteService;

/** A1 and Vivacom say whether the customer owes them. */
final class CheckDebts implements Step {

    @Override
    public String title() {
        return "debt check: A1 and Vivacom are asked, at once";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var debtCheck = shop.as("clerk", SuiteService.DEBT_CHECK);
        var checks = new DebtChecksApi(debtCheck.client());

        var started =
                debtCheck.ask(() -> checks.startDebtCheck(Conversation.newKey(), about(customer)));

        var decided =
                debtCheck.await(
                        "a decision",
                        () -> checks.getDebtCheck(started.getId()),
                        check -> check.getEndedAt() != null);
        StepFailed.unless(decided.getOutcome() == Outcome.CLEAR, "not CLEAR");
        StepFailed.unless(decided.getOperators().size() == 2, "not both operators answered");
    }

    private static StartDebtCheck about(Customer customer) {
        var number = customer.person().number();
        return new StartDebtCheck()
                .caseId(customer.caseId())
                .identifier(
                        new PersonalNumber()
                                .type(PersonalNumberType.valueOf(number.type().name()))
                                .value(number.value()))
                .device(new Device().category(DeviceCategory.SMARTPHONE));
    }
}
