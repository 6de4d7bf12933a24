package bg.telenor.identity.counter;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Who works for us, as references and nothing else: enough to know one again. */
@ApplicationScoped
class Colleagues implements PanacheRepositoryBase<ColleagueEntity, String> {

    private final SubjectRefs refs;
    private final Clock clock;

    Colleagues(SubjectRefs refs, Clock clock) {
        this.refs = refs;
        this.clock = clock;
    }

    /** These and nobody else; who has left is forgotten. */
    @Transactional
    int replace(List<PersonalNumber> employees) {
        var now = clock.instant();
        var listed = employees.stream().map(refs::of).map(SubjectRef::value).distinct().toList();
        deleteAll();
        flush();
        for (var ref : listed) {
            var row = new ColleagueEntity();
            row.subjectRef = ref;
            row.listedAt = now;
            persist(row);
        }
        return listed.size();
    }

    boolean includes(SubjectRef person) {
        return findByIdOptional(person.value()).isPresent();
    }
}
