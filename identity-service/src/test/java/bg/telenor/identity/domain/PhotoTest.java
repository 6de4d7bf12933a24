package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PhotoTest {

    private static final String PNG = "iVBORw0KGgoAAAAN";
    private static final String JPEG = "/9j/4AAQSkZJRgAB";

    @Test
    void isJpegOrPngByItsFirstBytes() {
        assertThat(Photo.of(PNG)).map(Photo::form).contains(Photo.Form.PNG);
        assertThat(Photo.of(JPEG)).map(Photo::form).contains(Photo.Form.JPEG);
    }

    @Test
    void isReadAcrossLines() {
        assertThat(Photo.of("\n  /9j/4AAQ\r\n SkZJRgAB ")).contains(new Photo(JPEG));
    }

    @Test
    void isNothingElse() {
        assertThat(Photo.of("")).isEmpty();
        assertThat(Photo.of("/9j")).isEmpty();
        assertThat(Photo.of("not base64!")).isEmpty();
        assertThat(Photo.of(base64("GIF89a and more"))).isEmpty();
        assertThat(Photo.of(base64("<svg xmlns='http://www.w3.org/2000/svg'/>"))).isEmpty();
    }

    @Test
    void isNotLargerThanIsKept() {
        assertThat(Photo.of(JPEG + "A".repeat(700_000))).isEmpty();
    }

    @Test
    void printsMasked() {
        assertThat(new Photo(PNG)).hasToString("Photo(masked)");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
