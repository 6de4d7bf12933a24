package bg.telenor.identity.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an address is one of the public internet, by the registries of special-purpose addresses
 * (RFC 6890 and after): whatever else could be reached is the operator's own, or nobody's.
 */
final class PublicAddress {

    private static final List<Range> SPECIAL =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20")
                    .map(Range::of)
                    .toList();

    /** All of IPv6 that is given out; addresses that carry one of IPv4 lie in part beyond it. */
    private static final Range GIVEN_OUT = Range.of("2000::/3");

    private record Range(InetAddress start, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)),
                    Integer.parseInt(text, slash + 1, text.length(), 10));
        }

        boolean contains(InetAddress address) {
            var mine = start.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return (address instanceof Inet4Address || GIVEN_OUT.contains(address))
                && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
