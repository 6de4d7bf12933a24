package bg.telenor.counterparts;

import bg.telenor.kit.value.PersonalNumber;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Draws a face that is nobody's: a head of a colour of its own before a plain wall. */
final class Portrait {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 80;

    /** With this and the grain, a portrait has about 60 KB. */
    private static final int ENLARGED = 3;

    private static final int GRAIN = 0x0F0F0F;

    /** There are as many as colours: they are drawn once, since it takes long. */
    private static final Map<Integer, byte[]> LARGE = new ConcurrentHashMap<>();

    private Portrait() {}

    static byte[] of(PersonalNumber number) {
        return png(colour(number), 1, new Random(), 0);
    }

    /** As large as the photos of the register: with grain, which does not compress. */
    static byte[] largeOf(PersonalNumber number) {
        return LARGE.computeIfAbsent(
                colour(number), colour -> png(colour, ENLARGED, new Random(colour), GRAIN));
    }

    private static int colour(PersonalNumber number) {
        return number.hashCode() & 0xFF;
    }

    private static byte[] png(int colour, int enlarged, Random random, int grain) {
        var image =
                new BufferedImage(WIDTH * enlarged, HEIGHT * enlarged, BufferedImage.TYPE_INT_RGB);
        var skin = Color.HSBtoRGB(colour / 255f, 0.4f, 0.9f);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                var painted = painted(x / (double) enlarged, y / (double) enlarged, skin);
                image.setRGB(x, y, painted ^ (random.nextInt() & grain));
            }
        }
        return png(image);
    }

    private static int painted(double x, double y, int skin) {
        boolean head = Math.hypot(x - 30, (y - 34) * 0.8) < 18;
        boolean shoulders = Math.hypot(x - 30, y - 80) < 24;
        boolean eyes = Math.hypot(Math.abs(x - 30) - 7, y - 30) < 2;
        return eyes ? 0 : head || shoulders ? skin : 0xDDDDDD;
    }

    private static byte[] png(BufferedImage image) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
