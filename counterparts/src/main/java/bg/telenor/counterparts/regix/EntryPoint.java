package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import javax.xml.stream.XMLStreamException;

/** One of RegiX's entry points: what is around a request, around its result, and a fault. */
sealed interface EntryPoint permits EntryPointV1, EntryPointV2, EntryPointLater {

    String path();

    /** Whether a call is of its media type at all. */
    boolean takes(Call call);

    ServiceRequest read(Call call) throws ServiceRequest.Faulty;

    /** A result with this inside. */
    Answer result(ServiceRequest request, Xml xml, Xml.Content inside) throws XMLStreamException;

    /** A fault of the caller's. */
    Answer fault(String why) throws XMLStreamException;
}
