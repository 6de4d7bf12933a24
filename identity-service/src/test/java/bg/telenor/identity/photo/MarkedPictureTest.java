package bg.telenor.identity.photo;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.identity.domain.Photo;
import bg.telenor.kit.value.Egn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the register sends is drawn when it is a picture, and hurts nobody when it is not. */
class MarkedPictureTest {

    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
    private static final byte[] PORTRAIT = SyntheticPersons.of(new Egn("3021011000")).portrait();

    private final MarkedPicture pictures = new MarkedPicture(TestPhotoConfig.defaults());

    @ParameterizedTest
    @EnumSource
    void drawsBothFormsAsPng(Photo.Form form) throws IOException {
        var photo = photo(portraitAs(form));
        assertThat(photo.form()).isEqualTo(form);

        var drawn = pictures.of(photo, "clerk", AT).orElseThrow();

        assertThat(new Photo(Base64.getEncoder().encodeToString(drawn)).form())
                .isEqualTo(Photo.Form.PNG);
        var picture = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(picture.getWidth()).isEqualTo(480);
        assertThat(picture.getHeight()).isEqualTo(640);
    }

    @Test
    void drawsALargePictureSmaller() throws IOException {
        var large = new BufferedImage(1500, 2000, BufferedImage.TYPE_BYTE_GRAY);

        var drawn = pictures.of(photo(write(large, "png")), "clerk", AT).orElseThrow();

        assertThat(ImageIO.read(new ByteArrayInputStream(drawn)).getWidth()).isEqualTo(500);
    }

    @Test
    void drawsANameThatIsLongerThanThePicture() {
        assertThat(pictures.of(photo(PORTRAIT), "служител".repeat(40), AT)).isPresent();
    }

    @Test
    void refusesWhatClaimsToBeLargerThanItCouldBe() {
        assertThat(draw(withSides(60_000, 60_000))).isEmpty();
        assertThat(draw(withSides(Integer.MAX_VALUE, 1))).isEmpty();
        assertThat(draw(withSides(0, 0))).isEmpty();
    }

    @Test
    void refusesWhatTakesTooLong() {
        var impatient = new MarkedPicture(TestPhotoConfig.with("suite.photos.read-within", "PT0S"));

        assertThat(impatient.of(photo(PORTRAIT), "clerk", AT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endsForWhateverIsBehindTheFirstBytes(Photo.Form form) throws IOException {
        var good = portraitAs(form);
        var random = new Random(1);
        var started = System.nanoTime();

        for (int run = 0; run < 100; run++) {
            var spoiled = good.clone();
            for (int change = 0; change < 1 + run % 20; change++) {
                spoiled[8 + random.nextInt(spoiled.length - 8)] = (byte) random.nextInt();
            }
            draw(spoiled);
            draw(Arrays.copyOf(good, 9 + random.nextInt(good.length - 9)));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(1));
    }

    private Optional<byte[]> draw(byte[] picture) {
        return pictures.of(photo(picture), "clerk", AT);
    }

    private static Photo photo(byte[] picture) {
        return new Photo(Base64.getEncoder().encodeToString(picture));
    }

    private static byte[] portraitAs(Photo.Form form) throws IOException {
        var portrait = ImageIO.read(new ByteArrayInputStream(PORTRAIT));
        return write(portrait, form.name());
    }

    private static byte[] write(BufferedImage picture, String form) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, form, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A PNG whose header, with the right checksum, says these sides. */
    private static byte[] withSides(int width, int height) {
        var changed = ByteBuffer.wrap(PORTRAIT.clone());
        changed.putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(changed.array(), 12, 17);
        changed.putInt(29, (int) checksum.getValue());
        return changed.array();
    }
}
