package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.SyntheticPersons.Address;
import bg.telenor.counterparts.SyntheticPersons.Name;
import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Writes what the registers say of a person, in the order of their schemas. */
final class PersonXml {

    private static final String ISSUER = "МВР/MoI BGR";

    private final Xml xml;
    private final Operation operation;
    private final PhotoSize photos;

    PersonXml(Xml xml, Operation operation, PhotoSize photos) {
        this.xml = xml;
        this.operation = operation;
        this.photos = photos;
    }

    /** An answer without data. */
    void code(String returnCode, String info) throws XMLStreamException {
        root(() -> returned(returnCode, info));
    }

    void known(Person person, Standing standing) throws XMLStreamException {
        root(
                () -> {
                    returned("0000", "");
                    switch (operation.registry) {
                        case BDS -> citizen(person, standing);
                        case ERCH -> foreigner(person, standing);
                    }
                });
    }

    private void citizen(Person person, Standing standing) throws XMLStreamException {
        boolean extended = operation.version > 1;
        xml.text("EGN", person.number().value());
        names(person);
        if (extended && person.male()) {
            // The sixth letter of the first name is Cyrillic in the register's own schema.
            xml.element("DLCategоries", () -> drivingLicence(person.issuedOn()));
        }
        documentType();
        if (extended) {
            documentStatus(person, standing);
        }
        xml.text("IdentityDocumentNumber", person.document().value());
        xml.dateTime("IssueDate", person.issuedOn());
        xml.text("IssuerPlace", person.address().district());
        xml.text("IssuerPlaceLatin", latin(person.address().district()));
        issuer();
        xml.dateTime("ValidDate", validUntil(person, standing));
        xml.dateTime("BirthDate", birthDate(person, standing));
        birthPlace(person);
        gender(person);
        nationality("BGR", "България", "Bulgaria");
        xml.element("PermanentAddress", () -> address(person.address()));
        body(person);
    }

    private void foreigner(Person person, Standing standing) throws XMLStreamException {
        boolean extended = operation.version > 1;
        switch (person.number()) {
            case Egn egn -> xml.text("EGN", egn.value());
            case Lnch lnch -> xml.text("LNCh", lnch.value());
        }
        names(person);
        if (extended && standing == Standing.DECEASED) {
            xml.text("DeathDate", person.issuedOn().plusYears(1).toString());
        }
        xml.text("BirthDate", birthDate(person, standing).toString());
        birthPlace(person);
        gender(person);
        nationality("XXA", "Без гражданство", "Stateless");
        xml.element("PermanentAddress", () -> address(person.address()));
        xml.element("IdentityDocument", () -> residencePermit(person, standing, extended));
        body(person);
    }

    private void residencePermit(Person person, Standing standing, boolean extended)
            throws XMLStreamException {
        documentType();
        xml.text("IdentityDocumentNumber", person.document().value());
        xml.dateTime("IssueDate", person.issuedOn());
        xml.text("IssuePlace", person.address().district());
        xml.text("IssuePlaceLatin", latin(person.address().district()));
        issuer();
        xml.dateTime("ValidDate", validUntil(person, standing));
        if (extended) {
            xml.text("StatusReasonCyrillic", "");
            xml.text("StatusDate", person.issuedOn().toString());
            xml.text("StatusCyrillic", status(standing));
        }
    }

    private void root(Xml.Content content) throws XMLStreamException {
        xml.root(operation.registry.responseNamespace, operation.registry.responseName, content);
    }

    private void returned(String code, String info) throws XMLStreamException {
        xml.element(
                "ReturnInformations",
                () -> {
                    xml.text("ReturnCode", code);
                    xml.text("Info", info);
                });
    }

    private void names(Person person) throws XMLStreamException {
        xml.element(
                "PersonNames",
                () -> {
                    xml.text("FirstName", upper(person.first()));
                    xml.text("Surname", upper(person.father()));
                    xml.text("FamilyName", upper(person.family()));
                    xml.text("FirstNameLatin", person.first().latin().toUpperCase(Locale.ROOT));
                    xml.text("SurnameLatin", person.father().latin().toUpperCase(Locale.ROOT));
                    xml.text("LastNameLatin", person.family().latin().toUpperCase(Locale.ROOT));
                });
    }

    private void drivingLicence(LocalDate since) throws XMLStreamException {
        xml.element(
                "DLCategory",
                () -> {
                    xml.text("Category", "B");
                    xml.text("DateCategory", since.toString());
                });
    }

    private void documentType() throws XMLStreamException {
        xml.text("DocumentType", "ЛИЧНА КАРТА");
        xml.text("DocumentTypeLatin", "IDENTITY CARD");
    }

    private void documentStatus(Person person, Standing standing) throws XMLStreamException {
        xml.text("DocumentActualStatus", status(standing));
        xml.dateTime("ActualStatusDate", person.issuedOn());
        xml.text("DocumentStatusReason", standing == Standing.DECEASED ? "ПОЧИНАЛО ЛИЦЕ" : "");
    }

    private void issuer() throws XMLStreamException {
        xml.text("IssuerName", ISSUER);
        xml.text("IssuerNameLatin", ISSUER);
    }

    private void birthPlace(Person person) throws XMLStreamException {
        xml.element(
                "BirthPlace",
                () -> {
                    xml.text("CountryCode", "BGR");
                    xml.text("TerritorialUnitName", person.address().settlement());
                });
    }

    private void gender(Person person) throws XMLStreamException {
        xml.text("GenderName", person.male() ? "Мъж" : "Жена");
        xml.text("GenderNameLatin", person.male() ? "Male" : "Female");
    }

    private void nationality(String code, String name, String latin) throws XMLStreamException {
        xml.element(
                "NationalityList",
                () ->
                        xml.element(
                                "Nationality",
                                () -> {
                                    xml.text("NationalityCode", code);
                                    xml.text("NationalityName", name);
                                    xml.text("NationalityNameLatin", latin);
                                }));
    }

    private void address(Address address) throws XMLStreamException {
        xml.text("DistrictName", address.district());
        xml.text("DistrictNameLatin", latin(address.district()));
        xml.text("MunicipalityName", address.municipality());
        xml.text("MunicipalityNameLatin", latin(address.municipality()));
        xml.text("SettlementCode", "00000");
        xml.text("SettlementName", address.settlement());
        xml.text("SettlementNameLatin", latin(address.settlement()));
        xml.text("LocationName", address.street());
        xml.text("LocationNameLatin", latin(address.street()));
        xml.text("BuildingNumber", Integer.toString(address.number()));
    }

    private void body(Person person) throws XMLStreamException {
        xml.text("Height", "170");
        xml.text("EyesColor", "ПЪСТРИ");
        xml.binary(
                "Picture",
                switch (photos) {
                    case SMALL -> person.portrait();
                    case LARGE -> person.largePortrait();
                });
        xml.binary("IdentitySignature", "not a signature".getBytes(StandardCharsets.US_ASCII));
    }

    private static LocalDate birthDate(Person person, Standing standing) {
        return standing == Standing.MINOR ? person.issuedOn() : person.birthDate();
    }

    private static LocalDate validUntil(Person person, Standing standing) {
        return standing == Standing.DOCUMENT_NOT_VALID
                ? person.issuedOn().plusYears(1)
                : person.validUntil();
    }

    private static String status(Standing standing) {
        return switch (standing) {
            case DOCUMENT_NOT_VALID, DECEASED -> "НЕВАЛИДЕН";
            case KNOWN, UNKNOWN, UNREADABLE, ANOTHER_PERSON, REFUSED, WITHHELD, MINOR -> "ВАЛИДЕН";
        };
    }

    private static String upper(Name name) {
        return name.cyrillic().toUpperCase(Locale.ROOT);
    }

    private static String latin(String cyrillic) {
        return new Name(cyrillic).latin();
    }
}
