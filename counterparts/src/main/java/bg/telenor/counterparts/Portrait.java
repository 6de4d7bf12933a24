package bg.telenor.counterparts;

import bg.telenor.kit.value.PersonalNumber;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a face that is nobody's: a head of a colour of its own before a plain wall. */
final class Portrait {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 80;

    private Portrait() {}

    static byte[] of(PersonalNumber number) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var skin = Color.HSBtoRGB((number.hashCode() & 0xFF) / 255f, 0.4f, 0.9f);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                boolean head = Math.hypot(x - 30, (y - 34) * 0.8) < 18;
                boolean shoulders = Math.hypot(x - 30, y - 80) < 24;
                boolean eyes = Math.hypot(Math.abs(x - 30) - 7, y - 30) < 2;
                image.setRGB(x, y, eyes ? 0 : head || shoulders ? skin : 0xDDDDDD);
            }
        }
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
