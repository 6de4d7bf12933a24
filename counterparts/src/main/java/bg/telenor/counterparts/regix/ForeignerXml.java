package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;

/** Writes what the register of foreigners says of one, in the order of the version's schema. */
final class ForeignerXml {

    /** Births are texts here, and the versions write them differently. */
    private static final DateTimeFormatter BULGARIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    /** How the real one writes that there is no end. */
    private static final String NEVER = "9999-12-31T23:59:59.9999999+02:00";

    private final Xml xml;
    private final PersonXml common;
    private final boolean extended;

    ForeignerXml(Xml xml, PersonXml common, int version) {
        this.xml = xml;
        this.common = common;
        this.extended = version > 1;
    }

    void write(Person person, Standing standing) throws XMLStreamException {
        switch (person.number()) {
            case Egn egn -> xml.text("EGN", egn.value());
            case Lnch lnch -> xml.text("LNCh", lnch.value());
        }
        common.names(person);
        if (extended && standing == Standing.DECEASED) {
            xml.text("DeathDate", person.issuedOn().plusYears(1).toString());
        }
        var born = PersonXml.birthDate(person, standing);
        xml.text("BirthDate", extended ? born.toString() : BULGARIAN.format(born));
        common.birthPlace(person);
        common.gender(person);
        common.nationality("XXA", "Без гражданство", "Stateless");
        statuses(person, standing);
        xml.element("PermanentAddress", () -> common.address(person.address()));
        xml.element("IdentityDocument", () -> residencePermit(person, standing));
        xml.element("TravelDocument", () -> travelDocument(person, standing));
        common.body(person);
    }

    /** One that has ended, and one that has not unless the person's residence has. */
    private void statuses(Person person, Standing standing) throws XMLStreamException {
        var came = person.issuedOn().minusYears(2);
        Xml.Content before =
                () -> status("ПРОДЪЛЖИТЕЛНО", "PROLONGED", came, person.issuedOn() + "T00:00:00");
        Xml.Content now = () -> status("ПОСТОЯННО", "PERMANENT", person.issuedOn(), NEVER);
        boolean ended = standing == Standing.RESIDENCE_ENDED;
        if (extended) {
            xml.element("Statuses", before);
            if (!ended) {
                xml.element("Statuses", now);
            }
            return;
        }
        xml.element(
                "Statuses",
                () -> {
                    before.write();
                    if (!ended) {
                        now.write();
                    }
                });
    }

    private void status(String name, String latin, LocalDate from, String until)
            throws XMLStreamException {
        xml.element(
                "Status",
                () -> {
                    xml.text("StatusName", name);
                    xml.text("StatusNameLatin", latin);
                    xml.dateTime("DateFrom", from);
                    xml.text("DateTo", until);
                });
    }

    private void residencePermit(Person person, Standing standing) throws XMLStreamException {
        xml.text("DocumentType", "РАЗРЕШЕНИЕ ЗА ПРЕБИВАВАНЕ");
        xml.text("DocumentTypeLatin", "RESIDENCE PERMIT");
        xml.text("IdentityDocumentNumber", person.document().value());
        xml.dateTime("IssueDate", person.issuedOn());
        issuePlace(person);
        xml.dateTime("ValidDate", PersonXml.validUntil(person, standing));
        if (extended) {
            xml.text("RPTypeOfPermit", "ПОСТОЯННО ПРЕБИВАВАЩ");
            documentStatus(person, PersonXml.status(standing));
        }
    }

    /** The real one fills up numbers with blanks. */
    private void travelDocument(Person person, Standing standing) throws XMLStreamException {
        var document = person.travelDocument();
        boolean ended = standing == Standing.TRAVEL_DOCUMENT_NOT_VALID;
        xml.text("DocumentType", "ПАСПОРТ");
        xml.text("DocumentTypeLatin", "PASSPORT");
        xml.text("TravelDocumentSeries", document.series() + " ");
        xml.text("TravelDocumentNumber", document.number() + "  ");
        xml.dateTime("IssueDate", document.issuedOn());
        issuePlace(person);
        xml.dateTime("ValidDate", ended ? document.issuedOn().plusYears(1) : document.validUntil());
        if (extended) {
            documentStatus(person, ended ? "НЕВАЛИДЕН" : "ВАЛИДЕН");
        }
    }

    private void issuePlace(Person person) throws XMLStreamException {
        xml.text("IssuePlace", person.address().district());
        xml.text("IssuePlaceLatin", PersonXml.latin(person.address().district()));
        common.issuer();
    }

    private void documentStatus(Person person, String status) throws XMLStreamException {
        xml.text("StatusReasonCyrillic", "");
        xml.text("StatusDate", person.issuedOn().toString());
        xml.text("StatusCyrillic", status);
    }
}
