package bg.telenor.debtcheck.inquiry;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class InquiryKeeper implements RecordKeeper {

    private final InquiryRepository repository;
    private final PartnerRows rows;

    InquiryKeeper(InquiryRepository repository, PartnerRows rows) {
        this.repository = repository;
        this.rows = rows;
    }

    @Override
    public RecordType record() {
        return RecordType.DEBT_INQUIRY;
    }

    @Override
    public void erased(UUID id) {
        rows.all();
        repository.deleteById(id);
    }
}
