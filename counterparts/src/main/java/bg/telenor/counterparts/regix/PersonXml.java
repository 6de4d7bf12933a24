package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.SyntheticPersons.Address;
import bg.telenor.counterparts.SyntheticPersons.Name;
import bg.telenor.counterparts.SyntheticPersons.Person;
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
                        case ERCH ->
                                new ForeignerXml(xml, this, operation.version)
                                        .write(person, standing);
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
        xml.text("DocumentType", "ЛИЧНА КАРТА");
        xml.text("DocumentTypeLatin", "IDENTITY CARD");
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

    void names(Person person) throws XMLStreamException {
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

    private void documentStatus(Person person, Standing standing) throws XMLStreamException {
        xml.text("DocumentActualStatus", status(standing));
        xml.dateTime("ActualStatusDate", person.issuedOn());
        xml.text("DocumentStatusReason", standing == Standing.DECEASED ? "ПОЧИНАЛО ЛИЦЕ" : "");
    }

    void issuer() throws XMLStreamException {
        xml.text("IssuerName", ISSUER);
        xml.text("IssuerNameLatin", ISSUER);
    }

    void birthPlace(Person person) throws XMLStreamException {
        xml.element(
                "BirthPlace",
                () -> {
                    xml.text("CountryCode", "BGR");
                    xml.text("TerritorialUnitName", person.address().settlement());
                });
    }

    void gender(Person person) throws XMLStreamException {
        xml.text("GenderName", person.male() ? "Мъж" : "Жена");
        xml.text("GenderNameLatin", person.male() ? "Male" : "Female");
    }

    void nationality(String code, String name, String latin) throws XMLStreamException {
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

    void address(Address address) throws XMLStreamException {
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

    void body(Person person) throws XMLStreamException {
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

    static LocalDate birthDate(Person person, Standing standing) {
        return standing == Standing.MINOR ? person.issuedOn() : person.birthDate();
    }

    static LocalDate validUntil(Person person, Standing standing) {
        return standing == Standing.DOCUMENT_NOT_VALID
                ? person.issuedOn().plusYears(1)
                : person.validUntil();
    }

    static String status(Standing standing) {
        return switch (standing) {
            case DOCUMENT_NOT_VALID, DECEASED -> "НЕВАЛИДЕН";
            case KNOWN,
                    UNKNOWN,
                    UNREADABLE,
                    ANOTHER_PERSON,
                    REFUSED,
                    WITHHELD,
                    MINOR,
                    TRAVEL_DOCUMENT_NOT_VALID,
                    RESIDENCE_ENDED ->
                    "ВАЛИДЕН";
        };
    }

    private static String upper(Name name) {
        return name.cyrillic().toUpperCase(Locale.ROOT);
    }

    static String latin(String cyrillic) {
        return new Name(cyrillic).latin();
    }
}
