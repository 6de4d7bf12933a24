package bg.telenor.portability.domain;

/**
 * What operators say to each other about a porting; docs/porting-protocol.md describes the
 * exchange. A message belongs to who is told, which says which of our roles hears it. A record's
 * name is the message's type on the wire, its fields are the body; see {@link MessageType}.
 */
public sealed interface PortMessage permits ToDonor, ToRecipient, ToOthers {

    int MAX_NUMBERS = 50;
}
