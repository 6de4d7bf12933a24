package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What there is to know of the questions that the register has. Nothing here changes one. */
@ApplicationScoped
class TakenCalls {

    private final ReferenceRepository repository;
    private final ReferenceRecords records;

    TakenCalls(ReferenceRepository repository, ReferenceRecords records) {
        this.repository = repository;
        this.records = records;
    }

    /** Whether the register has the question now, and nobody has its answer. */
    @Transactional
    boolean hasRegister(UUID id) {
        return repository.isTaken(id);
    }

    /**
     * The reference that a call is to answer, or has answered; none for a person whose data may
     * only be kept now: the answer may come again.
     */
    @Transactional
    Optional<UUID> reference(String callId) {
        return repository
                .ofCall(callId)
                .map(entity -> entity.id)
                .filter(id -> !records.isRestricted(id));
    }

    /** What is awaited of a call; empty when nothing is any more. */
    @Transactional
    Optional<Inquiry> inquiry(UUID id, String callId) {
        return repository
                .findByIdOptional(id)
                .flatMap(
                        entity ->
                                entity.toDomain() instanceof Taken taken
                                                && taken.call().id().equals(callId)
                                        ? Optional.of(
                                                Inquiry.of(taken, records.content(id), entity))
                                        : Optional.empty());
    }

    /** Puts into evidence that something was brought and changed nothing. */
    @Transactional
    void notTaken(UUID id, String callId, String outcome) {
        repository
                .findByIdOptional(id)
                .map(ReferenceEntity::toDomain)
                .ifPresent(reference -> records.notTaken(reference, callId, outcome));
    }
}
