package bg.telenor.portability.domain;

import bg.telenor.kit.subject.SubjectRef;

/** References of nobody. */
final class References {

    static final SubjectRef PERSON = new SubjectRef("egn:1:" + "p".repeat(43));
    static final SubjectRef OTHER_PERSON = new SubjectRef("egn:1:" + "o".repeat(43));
    static final SubjectRef NUMBER = new SubjectRef("msisdn:1:" + "n".repeat(43));

    private References() {}
}
