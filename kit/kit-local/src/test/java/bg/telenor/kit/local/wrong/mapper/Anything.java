package bg.telenor.kit.local.wrong.mapper;

/** Is in a package that is no feature. */
final class Anything {

    private Anything() {}
}
