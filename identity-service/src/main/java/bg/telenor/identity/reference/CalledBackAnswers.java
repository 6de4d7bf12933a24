package bg.telenor.identity.reference;

import bg.telenor.identity.deferred.Awaited;
import bg.telenor.identity.deferred.CallbackTaker;
import bg.telenor.identity.regix.RegixCalls;
import bg.telenor.identity.regix.RegixCalls.CalledBack;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes in answers that the register brings, as those that were looked for. What is not the awaited
 * answer changes nothing: the reference goes on waiting, and is looked after as before.
 */
@ApplicationScoped
class CalledBackAnswers implements CallbackTaker {

    private final Asking asking;
    private final TakenCalls taken;
    private final RegixCalls calls;
    private final Awaited awaited;

    CalledBackAnswers(Asking asking, TakenCalls taken, RegixCalls calls, Awaited awaited) {
        this.asking = asking;
        this.taken = taken;
        this.calls = calls;
        this.awaited = awaited;
    }

    @Override
    public Taking take(byte[] message) {
        return calls.read(message).map(this::take).orElse(Taking.UNREADABLE);
    }

    private Taking take(CalledBack calledBack) {
        var reference = taken.reference(calledBack.callId());
        return reference.isPresent()
                ? taken.inquiry(reference.get(), calledBack.callId())
                        .map(inquiry -> take(calledBack, inquiry))
                        .orElseGet(() -> repeated(reference.get(), calledBack))
                : Taking.UNKNOWN_CALL;
    }

    private Taking take(CalledBack calledBack, Inquiry inquiry) {
        var answer = calls.meaning(calledBack, inquiry.call(), inquiry.question());
        if (!answer.decides()) {
            taken.notTaken(
                    inquiry.reference(), calledBack.callId(), answer.getClass().getSimpleName());
            return Taking.NOT_BELIEVED;
        }
        if (asking.answered(inquiry, answer).isEmpty()) {
            return repeated(inquiry.reference(), calledBack);
        }
        awaited.ended(inquiry.reference());
        return Taking.TAKEN;
    }

    private Taking repeated(UUID reference, CalledBack calledBack) {
        taken.notTaken(reference, calledBack.callId(), "Repeated");
        return Taking.REPEATED;
    }
}
