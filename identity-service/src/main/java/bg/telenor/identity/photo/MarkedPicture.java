package bg.telenor.identity.photo;

import bg.telenor.identity.domain.Photo;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws across a photo who looks at it and when, so that a picture that gets out says by whom. What
 * comes in may be hostile: only two forms are read, within limits on pixels and time.
 */
@ApplicationScoped
class MarkedPicture {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Wide enough for marks that can be read. */
    private static final int WIDTH = 480;

    private static final int LINES = 7;

    private final PhotoConfig config;

    MarkedPicture(PhotoConfig config) {
        this.config = config;
    }

    /** As PNG; empty when the photo is no picture that can be read within the limits. */
    Optional<byte[]> of(Photo photo, String clerk, Instant at) {
        return read(photo)
                .map(
                        picture -> {
                            var canvas = onCanvas(picture);
                            mark(canvas, clerk, TIME.format(at));
                            return png(canvas);
                        });
    }

    private Optional<BufferedImage> read(Photo photo) {
        var reader = reader(photo.form());
        try (var stream = new MemoryCacheImageInputStream(timed(photo.bytes()))) {
            // Nothing but the picture: what else a file may hold unpacks to any size.
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > config.pixels()) {
                Log.warnf("a photo of %d pixels is not drawn", pixels);
                return Optional.empty();
            }
            return Optional.of(reader.read(0));
        } catch (IOException | RuntimeException e) {
            // The platform's readers meet what is broken with any of their exceptions.
            Log.warnf("a photo cannot be drawn: %s", e.getClass().getName());
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(Photo.Form form) {
        var name =
                switch (form) {
                    case JPEG -> "jpeg";
                    case PNG -> "png";
                };
        return ImageIO.getImageReadersByFormatName(name).next();
    }

    /** Bytes that end with an error when time is up: no reader goes on without them. */
    private FilterInputStream timed(byte[] bytes) {
        long end = System.nanoTime() + config.readWithin().toNanos();
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {

            @Override
            public int read() throws IOException {
                refuseWhenLate();
                return super.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                refuseWhenLate();
                // In small pieces, so that the time is looked at often.
                return super.read(into, offset, Math.min(length, 512));
            }

            private void refuseWhenLate() throws IOException {
                if (System.nanoTime() - end > 0) {
                    throw new IOException("too slow");
                }
            }
        };
    }

    private static BufferedImage onCanvas(BufferedImage picture) {
        int larger = Math.max(1, Math.ceilDiv(WIDTH, picture.getWidth()));
        int smaller = Math.max(1, picture.getWidth() / WIDTH);
        int width = Math.max(1, picture.getWidth() * larger / smaller);
        int height = Math.max(1, picture.getHeight() * larger / smaller);
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int from = Math.min(y * smaller / larger, picture.getHeight() - 1);
            for (int x = 0; x < width; x++) {
                int at = Math.min(x * smaller / larger, picture.getWidth() - 1);
                canvas.setRGB(x, y, picture.getRGB(at, from));
            }
        }
        return canvas;
    }

    /** Name and time in turn, from top to bottom, so that no cut leaves a face without them. */
    private static void mark(BufferedImage canvas, String clerk, String time) {
        int step = Math.max(1, canvas.getHeight() / LINES);
        for (int line = 0; line < LINES; line++) {
            var text = line % 2 == 0 ? clerk : time;
            int wide = canvas.getWidth() / (Lettering.width(text) + 2);
            int size = Math.max(1, Math.min(wide, step / (Lettering.HEIGHT + 2)));
            // A short name again and again, from side to side.
            int letters = Math.ceilDiv(canvas.getWidth(), size * Lettering.ADVANCE);
            var whole = (text + " ").repeat(Math.ceilDiv(letters, text.length() + 1));
            line(canvas, whole, line * step + step / 4, size);
        }
    }

    private static void line(BufferedImage canvas, String text, int top, int size) {
        int height = Math.min(Lettering.HEIGHT * size, canvas.getHeight() - top);
        int width = Math.min(Lettering.width(text) * size, canvas.getWidth());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (Lettering.isDot(text, x / size, y / size)) {
                    // Light on dark and dark on light: readable on any picture, which shows
                    // through.
                    canvas.setRGB(x, top + y, contrast(canvas.getRGB(x, top + y)));
                }
            }
        }
    }

    private static int contrast(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int towards = red + green + blue > 3 * 127 ? 0 : 255;
        return half(red, towards) << 16 | half(green, towards) << 8 | half(blue, towards);
    }

    private static int half(int colour, int towards) {
        return (colour + towards) / 2;
    }

    private static byte[] png(BufferedImage canvas) {
        var png = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(png)) {
            var writer = ImageIO.getImageWritersByFormatName("png").next();
            try {
                writer.setOutput(stream);
                writer.write(canvas);
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
