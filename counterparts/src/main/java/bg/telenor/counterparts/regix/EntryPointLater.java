package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import javax.xml.stream.XMLStreamException;

/** The second entry point as it answers later: by another message, under the number it gave. */
record EntryPointLater(EntryPointV2 entryPoint, EntryPointV2.Around around, String id, String code)
        implements EntryPoint {

    @Override
    public String path() {
        return entryPoint.path();
    }

    @Override
    public boolean takes(Call call) {
        return entryPoint.takes(call);
    }

    @Override
    public ServiceRequest read(Call call) throws ServiceRequest.Faulty {
        return entryPoint.read(call);
    }

    @Override
    public Answer result(ServiceRequest request, Xml xml, Xml.Content inside)
            throws XMLStreamException {
        return entryPoint.result(around, id, code, xml, inside);
    }

    @Override
    public Answer fault(String why) throws XMLStreamException {
        return entryPoint.fault(why);
    }
}
