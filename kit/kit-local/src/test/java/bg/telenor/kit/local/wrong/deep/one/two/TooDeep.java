package bg.telenor.kit.local.wrong.deep.one.two;

/** Is more than one level below its service. */
final class TooDeep {

    private TooDeep() {}
}
